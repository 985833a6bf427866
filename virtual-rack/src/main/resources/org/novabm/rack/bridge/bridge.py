#!/usr/bin/python3
"""The MIBs of a small switch, for Net-SNMP's agent by its pass_persist protocol (snmpd.conf(5)).

  bridge.py FOLDER

Its ports are ge1 to ge8 and ag1, whose interface index is not its bridge port's number; p9 is an interface that is no bridge
port. The file FOLDER/faults has the words that spoil it, looked at with each request; plain.properties
beside this file explains them.
"""
import bisect
import os
import sys

NAME = '.1.3.6.1.2.1.31.1.1.1.1'
DESCRIPTION = '.1.3.6.1.2.1.2.2.1.2'
ADMIN = '.1.3.6.1.2.1.2.2.1.7'
BASE = '.1.3.6.1.2.1.17.1.4.1.2'
FDB = '.1.3.6.1.2.1.17.7.1.2.2.1.2'
CURRENT = '.1.3.6.1.2.1.17.7.1.4.2.1.4'
STATIC = '.1.3.6.1.2.1.17.7.1.4.3.1'
PORT = '.1.3.6.1.2.1.17.7.1.4.5.1'
LLDP = '.1.0.8802.1.1.2.1'

folder = sys.argv[1]
names = {100 + n: 'ge%d' % n for n in range(1, 9)}
names.update({150: 'ag1', 109: 'p9'})
ports = {n: 100 + n for n in range(1, 9)}
ports[20] = 150
admin = {index: 1 for index in names}
# number: name, members, untagged
vlans = {1: ['default', set(ports), set(ports)]}
current = {}
status = {1: 1}
FIRST_INTERFACE = 1107787776
port = {n: {1: 1, 2: 1, 3: 2} for n in ports}


def faults():
    try:
        return open(os.path.join(folder, 'faults')).read().split()
    except FileNotFoundError:
        return []


def bits(members):
    # the first VLAN has every port
    value = bytearray((max(members, default=0) + 7) // 8 if 'curt' in faults() else 3)
    for n in members:
        value[(n - 1) // 8] |= 0x80 >> ((n - 1) % 8)
    return ' '.join('%02X' % octet for octet in value)


def members(text):
    octets = bytes.fromhex(text.replace(' ', ''))
    return {8 * i + b + 1 for i, octet in enumerate(octets) for b in range(8) if octet & 0x80 >> b}


def rows():
    """Every object there is now: name to type and value."""
    all = {}
    for index, name in names.items():
        if 'twins' in faults() and name == 'ge3':
            name = 'ge2'
        all['%s.%d' % (DESCRIPTION if 'nameless' in faults() else NAME, index)] = ('string', name)
        all['%s.%d' % (ADMIN, index)] = ('integer', admin[index])
    for n, index in ports.items():
        all['%s.%d' % (BASE, n)] = ('integer', index)
        for column in (1, 2, 3):
            if column == 1 or 'plain' not in faults():
                all['%s.%d.%d' % (PORT, column, n)] = ('string', 'all') if column == 2 and 'odd' in faults() else ('gauge' if column == 1 else 'integer', port[n][column])
    all[FDB + '.1.82.84.0.172.0.1'] = ('integer', 3)
    all[FDB + '.1.82.84.0.172.0.2'] = ('integer', 20)
    for vlan, (name, egress, untagged) in vlans.items():
        number, vlan = vlan, vlan + (FIRST_INTERFACE if 'indexed' in faults() else 0)
        all['%s.1.%d' % (STATIC, vlan)] = ('string', name)
        all['%s.2.%d' % (STATIC, vlan)] = ('octet', bits(egress))
        all['%s.4.%d' % (STATIC, vlan)] = ('octet', bits(untagged))
        all['%s.5.%d' % (STATIC, vlan)] = ('integer', status[number])
    if 'lazy' not in faults():
        current.clear()
        current.update({vlan: set(row[1]) for vlan, row in vlans.items()})
    for vlan, egress in current.items():
        mark = '' if 'timeless' in faults() else '.0'
        all['%s%s.%d' % (CURRENT, mark, vlan)] = ('octet', bits(egress))
    all[LLDP + '.3.7.1.3.3'] = ('string', 'ge3')
    all[LLDP + '.4.1.1.5.0.3.1'] = ('octet', '52 54 00 AC 00 01')
    all[LLDP + '.4.1.1.7.0.3.1'] = ('string', 'eth0')
    all[LLDP + '.4.1.1.9.0.3.1'] = ('string', 'node1')
    return all


def key(name):
    return [int(part) for part in name.strip('.').split('.')]


class Objects:
    """All objects in their order, until a setting or another fault changes them."""

    def __init__(self):
        self.words = None

    def look(self):
        words = faults()
        if words != self.words:
            self.words = words
            self.all = rows()
            self.names = sorted(self.all, key=key)
            self.keys = [key(name) for name in self.names]

    def after(self, name):
        at = bisect.bisect_right(self.keys, key(name))
        return self.names[at] if at < len(self.names) else ''

    def changed(self):
        self.words = None


def show(name, value):
    print(name, value[0], value[1], sep='\n', flush=True)


def enter_and_leave(vlan, wanted):
    for n in vlans[vlan][1] - wanted:
        elsewhere = [other for other in vlans if other != vlan and n in vlans[other][1]]
        if 'rooted' in faults() and port[n][1] == vlan:
            return 'inconsistent-value'
        if 'lodger' in faults() and not elsewhere:
            if vlan == 1:
                return 'inconsistent-value'
            vlans[1][1].add(n)
            vlans[1][2].add(n)
            port[n][1] = 1
    vlans[vlan][1] = wanted
    return None


def untag(vlan, wanted):
    for n in wanted - vlans[vlan][2] if 'lodger' in faults() else ():
        for other in vlans:
            if other != vlan and n in vlans[other][2]:
                vlans[other][1].discard(n)
                vlans[other][2].discard(n)
        port[n][1] = vlan
    vlans[vlan][2] = wanted


def change(name, value):
    """What a setting does; something else than None refuses it."""
    column, index = name.rsplit('.', 1)
    index = int(index)
    kind, text = value.split(' ', 1)
    text = text.strip().strip('"')
    if kind == 'string':
        text = text if column.startswith(STATIC + '.1') else text.encode('latin-1').hex()
    if 'deaf' in faults():
        return None
    if column == ADMIN and index in admin:
        admin[index] = int(text)
    elif column == STATIC + '.5':
        if 'unwilling' in faults():
            return 'inconsistent-value'
        if text == '6':
            vlans.pop(index, None)
        elif text == '1' and index in vlans:
            status[index] = 1
        elif index in vlans:
            return 'inconsistent-value'
        else:
            vlans[index] = ['', set(), set()]
            status[index] = 3 if 'lingering' in faults() else 1
    elif column == STATIC + '.1' and index in vlans:
        if 'speechless' in faults():
            vlans.pop(index)
            return 'wrong-value'
        vlans[index][0] = text
    elif column == STATIC + '.2' and index in vlans:
        return enter_and_leave(index, members(text))
    elif column == STATIC + '.4' and index in vlans:
        untag(index, members(text))
    elif column.startswith(PORT) and index in port and (column.endswith('.1') or 'plain' not in faults()):
        port[index][int(column.rsplit('.', 1)[1])] = int(text)
    else:
        return 'not-writable'
    return None


def main():
    objects = Objects()
    for line in sys.stdin:
        command = line.strip()
        if command == 'PING':
            print('PONG', flush=True)
        elif command in ('get', 'getnext'):
            name = sys.stdin.readline().strip()
            objects.look()
            if command == 'getnext':
                name = objects.after(name)
            if command == 'get' and name.startswith(STATIC) and name not in objects.all:
                # the agent sets only what it can get, and a row is made by setting what is not there
                show(name, ('integer', 3) if '.5.' in name[len(STATIC):] else ('octet', '00'))
            elif name in objects.all:
                show(name, objects.all[name])
            else:
                print('NONE', flush=True)
        elif command == 'set':
            name = sys.stdin.readline().strip()
            print(change(name, sys.stdin.readline().rstrip('\n')) or 'DONE', flush=True)
            objects.changed()


main()
