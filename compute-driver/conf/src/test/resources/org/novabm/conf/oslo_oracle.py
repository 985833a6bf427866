"""What oslo.config and oslo.messaging make of the same text.

usage: oslo_oracle.py config FOLDER | oslo_oracle.py transport FILE

config: each sub-folder of FOLDER is a case, its *.conf files given in the order of their names.
Prints case, option and value, tab-separated; the value as hexadecimal UTF-8.
transport: one URL a line; prints the hosts of each as user, password, host, port, virtual host.
"""
import glob
import os
import sys

ITEM, PAIR = "\x1f", "\x1e"


def show(value):
    if value is None:
        return "unset"
    if isinstance(value, bool):
        return "flag " + str(value).lower()
    if isinstance(value, int):
        return "number %d" % value
    if isinstance(value, list):
        return "list " + ITEM.join(value)
    if isinstance(value, dict):
        return "dict " + ITEM.join(k + PAIR + v for k, v in value.items())
    return "text " + value


def options(cfg):
    both = [cfg.StrOpt("a"), cfg.StrOpt("b"), cfg.ListOpt("l"), cfg.DictOpt("d"),
            cfg.IntOpt("i", min=-5, max=1000), cfg.BoolOpt("t"), cfg.MultiStrOpt("m")]
    former = [cfg.DeprecatedOpt("old", group="DEFAULT"), cfg.DeprecatedOpt("older", group="g")]
    return ([(None, o) for o in both] + [("g", o) for o in both]
            + [(None, cfg.StrOpt("n")), ("g", cfg.StrOpt("n", deprecated_opts=former)),
               ("g", cfg.MultiStrOpt("nm", deprecated_opts=[
                   cfg.DeprecatedOpt("oldm", group="DEFAULT")]))])


def config(folder):
    from oslo_config import cfg
    for case in sorted(os.listdir(folder)):
        conf = cfg.ConfigOpts()
        for group, option in options(cfg):
            conf.register_opt(option, group=group)
        args = []
        for name in sorted(glob.glob(os.path.join(folder, case, "*.conf"))):
            args += ["--config-file", name]
        try:
            conf(args, default_config_files=[], default_config_dirs=[])
        except Exception:
            print(case, "file", "error", sep="\t")
            continue
        for group, option in options(cfg):
            try:
                value = show(getattr(conf if group is None else getattr(conf, group), option.name))
            except Exception:
                value = "error"
            name = (group or "DEFAULT") + "." + option.name
            print(case, name, value.encode().hex(), sep="\t")


def transport(file):
    from oslo_config import cfg
    import oslo_messaging
    with open(file) as urls:
        for url in urls.read().splitlines():
            parsed = oslo_messaging.TransportURL.parse(cfg.ConfigOpts(), url)
            # what kombu takes where nothing is given
            print(ITEM.join(PAIR.join([
                h.username or "guest", h.password if h.username else "guest",
                h.hostname, str(h.port or 5672), parsed.virtual_host or "/"])
                for h in parsed.hosts))


{"config": config, "transport": transport}[sys.argv[1]](sys.argv[2])
