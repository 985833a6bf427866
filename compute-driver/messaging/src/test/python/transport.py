"""The real oslo.messaging library, for the two scripts beside this one.

Needs the Debian package python3-oslo.messaging.
"""
import json
import os
import sys

from oslo_config import cfg
import oslo_messaging


def add_arguments(parser):
    parser.add_argument('--url', required=True, help='transport URL')
    parser.add_argument('--rabbit', action='append', default=[],
                        metavar='OPT=VALUE',
                        help='an [oslo_messaging_rabbit] option (repeatable)')


def _url(args):
    # the driver lets query parameters override its group of options
    url = args.url
    for item in args.rabbit:
        url += ('&' if '?' in url else '?') + item
    return url


def _conf():
    # the global one: the library registers its metrics options only there
    cfg.CONF([], project='novabm-test')
    return cfg.CONF


def rpc(args, modules):
    oslo_messaging.set_transport_defaults('nova')
    return oslo_messaging.get_rpc_transport(
        _conf(), url=_url(args), allowed_remote_exmods=modules)


def notifications(args):
    oslo_messaging.set_transport_defaults('nova')
    return oslo_messaging.get_notification_transport(_conf(), url=_url(args))


def out(value):
    """One line of JSON, at once."""
    sys.stdout.write(json.dumps(value, default=str, sort_keys=True) + '\n')
    sys.stdout.flush()


def leave(status):
    """Without joining the library's threads, which takes seconds."""
    sys.stdout.flush()
    os._exit(status)
