#!/usr/bin/python3
"""Sends one RPC with the real oslo.messaging client.

  oslo_send.py TRANSPORT_URL HOST cast|call < request.json

The request is {"method": ..., "version": ..., "args": {...}, "context": {...}}. Prints the result as JSON.
"""
import json
import sys

from oslo_config import cfg
import oslo_messaging as om


def main():
    url, host, kind = sys.argv[1:4]
    request = json.load(sys.stdin)
    # the global one: the library registers its metrics options there only
    conf = cfg.CONF
    conf([], project='e2e', default_config_files=[])
    om.set_transport_defaults('nova')
    transport = om.get_rpc_transport(conf, url=url)
    target = om.Target(exchange='nova', topic='compute', server=host, version=request['version'])
    client = om.get_rpc_client(transport, target, timeout=60)
    send = getattr(client.prepare(version=request['version']), kind)
    result = send(request.get('context', {}), request['method'], **request['args'])
    print(json.dumps(result))
    transport.cleanup()


main()
