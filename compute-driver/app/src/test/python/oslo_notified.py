#!/usr/bin/python3
"""Listens with the real oslo.messaging listener and prints event types, one a line, until killed.

  oslo_notified.py TRANSPORT_URL
"""
import sys
import time

from oslo_config import cfg
import oslo_messaging as om


class Endpoint:
    def info(self, ctxt, publisher_id, event_type, payload, metadata):
        print(event_type, payload['instance_id'], flush=True)

    error = info


def main():
    # the global one: the library registers its metrics options there only
    conf = cfg.CONF
    conf([], project='e2e', default_config_files=[])
    om.set_transport_defaults('nova')
    transport = om.get_notification_transport(conf, url=sys.argv[1])
    listener = om.get_notification_listener(
        transport, [om.Target(topic='notifications', exchange='nova')], [Endpoint()], executor='threading')
    listener.start()
    print('listening', flush=True)
    while True:
        time.sleep(3600)


main()
