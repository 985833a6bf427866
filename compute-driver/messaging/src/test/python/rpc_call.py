#!/usr/bin/python3
"""Sends one RPC with the real client and prints what came of it as JSON.

Exit status: 0 answered (or cast), 1 a remote error, 2 no answer in time.
"""
import argparse
import json

import oslo_messaging as om

import transport


def main():
    p = argparse.ArgumentParser(description=__doc__)
    transport.add_arguments(p)
    p.add_argument('--server', required=True)
    p.add_argument('--cast', action='store_true')
    p.add_argument('--version')
    p.add_argument('--namespace')
    p.add_argument('--timeout', type=float, default=20)
    p.add_argument('--call-monitor-timeout', type=int)
    p.add_argument('--sample', help='a captured message to send again')
    p.add_argument('--repeat', type=int, default=1)
    p.add_argument('method', nargs='?')
    p.add_argument('args', nargs='?', default='{}')
    a = p.parse_args()

    method, version, context = a.method, a.version, {}
    kwargs = json.loads(a.args)
    if a.sample:
        with open(a.sample) as f:
            message = json.load(f)['message']
        method = message['method']
        version = version or message['version']
        kwargs = dict(message['args'], **kwargs)
        context = {k[len('_context_'):]: v for k, v in message.items()
                   if k.startswith('_context_')}

    client = om.get_rpc_client(
        transport.rpc(a, ['nova.exception']),
        om.Target(topic='compute', server=a.server, version=version,
                  namespace=a.namespace),
        timeout=a.timeout, call_monitor_timeout=a.call_monitor_timeout)
    status = 0
    for _ in range(a.repeat):
        try:
            if a.cast:
                client.cast(context, method, **kwargs)
                transport.out({'cast': True})
            else:
                transport.out({'result': client.call(context, method,
                                                     **kwargs)})
        except om.MessagingTimeout as e:
            transport.out({'timeout': str(e)})
            status = 2
        except om.RemoteError as e:
            transport.out({'type': e.exc_type, 'value': e.value})
            status = 1
        except Exception as e:  # rebuilt from a module that is allowed
            transport.out({'type': type(e).__name__, 'value': str(e)})
            status = 1
    return status


if __name__ == '__main__':
    transport.leave(main())
