#!/usr/bin/python3
"""Prints notifications as JSON lines, with the real listener.

Exit status: 0 when --count have come, 2 when --timeout ran out before.
"""
import argparse
import threading

import oslo_messaging as om

import transport


class Printer(object):
    """One method per priority; the library finds them by name."""

    def __init__(self, count):
        self.left = count
        self.lock = threading.Lock()
        self.done = threading.Event()

    def info(self, context, publisher_id, event_type, payload, metadata):
        with self.lock:
            transport.out({'publisher_id': publisher_id, 'context': context,
                           'event_type': event_type, 'payload': payload,
                           'metadata': metadata})
            self.left -= 1
            if self.left == 0:
                self.done.set()

    error = info


def main():
    p = argparse.ArgumentParser(description=__doc__)
    transport.add_arguments(p)
    p.add_argument('--count', type=int, required=True)
    p.add_argument('--timeout', type=float, default=60)
    a = p.parse_args()
    printer = Printer(a.count)
    listener = om.get_notification_listener(
        transport.notifications(a), [om.Target(topic='notifications')],
        [printer], executor='threading')
    listener.start()
    return 0 if printer.done.wait(a.timeout) else 2


if __name__ == '__main__':
    transport.leave(main())
