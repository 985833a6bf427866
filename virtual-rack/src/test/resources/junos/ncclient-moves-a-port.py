"""Moves a port as a user of ncclient would, and says what the switch answered.

Usage: ncclient-moves-a-port.py PORT USER PASSWORD els|older
"""
import sys

from ncclient import manager
from ncclient.operations import RPCError
from ncclient.xml_ import to_ele

port, user, password, syntax = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]
MODE = {"els": "interface-mode", "older": "port-mode"}[syntax]
MEMBERS = {"els": "l2iff-interface-vlan-id", "older": "interface-vlan-member-tagid"}[syntax]


def open_session():
    return manager.connect(
        host="127.0.0.1", port=port, username=user, password=password, hostkey_verify=False,
        allow_agent=False, look_for_keys=False, device_params={"name": "junos"}, timeout=20)


def change(vlan):
    return """
    <configuration>
      <vlans><vlan><name>tenant-%s</name><vlan-id>%s</vlan-id></vlan></vlans>
      <interfaces><interface><name>ge-0/0/3</name><unit><name>0</name><family><ethernet-switching>
        <%s>access</%s><vlan operation="replace"><members>tenant-%s</members></vlan>
      </ethernet-switching></family></unit></interface></interfaces>
    </configuration>""" % (vlan, vlan, MODE, MODE, vlan)


def vlans(session):
    answer = session.rpc("<get-ethernet-switching-interface-information/>")
    return sorted({int(e.text) for e in answer.xpath("//%s" % MEMBERS)})


def refused(label, call):
    try:
        call()
        print(label, "passed")
    except RPCError as e:
        print(label, e.tag, " ".join(e.message.split()))


with open_session() as first, open_session() as second:
    print("base11", any("base:1.1" in c for c in first.server_capabilities))
    first.lock("candidate")
    refused("second lock", lambda: second.lock("candidate"))
    first.edit_config(target="candidate", config="<config>%s</config>" % change(20))
    print("difference", " ".join(first.compare_configuration().xpath("//configuration-output")[0].text.split()))
    print("before", vlans(first))
    first.commit(confirmed=True, timeout="600", comment="job-17")
    print("after", vlans(first))
    first.commit(comment="job-17 confirmed")
    first.unlock("candidate")
    log = first.rpc("<get-commit-information/>")
    print("log", [e.text for e in log.xpath("//log")])
    second.edit_config(target="candidate", config="<config>%s</config>" % change(30))
    refused("lock over foreign edits", lambda: first.lock("candidate"))
    second.discard_changes()
    first.lock("candidate")
    refused("VLAN 5000", lambda: (
        first.edit_config(target="candidate", config="<config>%s</config>" % change(5000)), first.commit()))
    first.discard_changes()
    for part in to_ele(change(40)):
        first.load_configuration(action="merge", config=part)
    first.commit(confirmed=True, timeout="60")
    print("unconfirmed", vlans(first))
    first.rollback(1)
    first.commit()
    print("rolled back", vlans(first))
    refused("unknown", lambda: first.rpc("<get-dreams/>"))
