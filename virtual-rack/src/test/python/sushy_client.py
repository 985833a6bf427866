#!/usr/bin/python3
"""What Ironic's own Redfish client makes of BMCs: switches each on, sets PXE, prints what it reads.

  sushy_client.py PORT... CERTIFICATE
"""
import os
import sys

# requests prefers these to the certificate that it is told of
for name in ('REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE'):
    os.environ.pop(name, None)

import sushy

*ports, certificate = sys.argv[1:]


def use(port):
    root = sushy.Sushy('https://127.0.0.1:%s/redfish/v1' % port, username='admin', password='secret', verify=certificate)
    path = root.get_system_collection().members_identities[0]
    system = root.get_system(path)
    print(system.power_state)
    system.reset_system(sushy.RESET_ON)
    system.set_system_boot_options(sushy.BOOT_SOURCE_TARGET_PXE, enabled=sushy.BOOT_SOURCE_ENABLED_ONCE)
    system.refresh(force=True)
    print(system.power_state)
    print(system.boot.target, system.boot.enabled)
    system.secure_boot.set_enabled(True)
    drive = system.managers[0].virtual_media.get_members()[0]
    try:
        drive.insert_media('http://images.example/one.iso')
        drive.refresh()
        print(drive.image, drive.inserted)
    except sushy.exceptions.MissingActionError:
        print('no action')


for one in ports:
    use(one)
