package org.novabm.rack.network;

import java.nio.file.Path;

/** The text of dnsmasq's configuration file; dnsmasq(8). */
final class DhcpConfiguration {

  private DhcpConfiguration() {}

  static String plain(Leg leg, Path leases, Path log) {
    return """
        port=0
        interface=%s
        bind-interfaces
        except-interface=lo
        dhcp-authoritative
        no-ping
        dhcp-range=%s.100,%s.199,255.255.255.0,1h
        # a ROM names itself by its UUID and a system by its MAC: one machine, one address
        dhcp-ignore-clid
        dhcp-leasefile=%s
        pid-file
        log-dhcp
        log-facility=%s
        user=root
        """
        .formatted(leg.device(), leg.subnet(), leg.subnet(), leases, log);
  }

  /**
   * The network cards' ROMs are iPXE, mark themselves with option 175 and get the script at once.
   * Other firmware first gets an iPXE for its architecture (RFC 4578, 2.1) by TFTP.
   */
  static String booting(Leg leg, Path leases, Path log, Path tftp, String deployUrl) {
    return plain(leg, leases, log)
        + """
        dhcp-option=option:router,%s
        dhcp-match=set:ipxe,175
        dhcp-match=set:efi64,option:client-arch,7
        dhcp-match=set:efi64,option:client-arch,9
        dhcp-boot=tag:ipxe,%s/boot.ipxe?mac=${net0/mac}
        dhcp-boot=tag:!ipxe,tag:efi64,snponly.efi
        dhcp-boot=tag:!ipxe,tag:!efi64,undionly.kpxe
        # iPXE: do not wait for a ProxyDHCP server; 2 s
        dhcp-option=encap:175,176,1b
        # iPXE: a router advertisement ends its wait for one; 13 s
        enable-ra
        dhcp-range=fd10::,ra-only
        ra-param=%s,0,0
        enable-tftp
        tftp-root=%s
        """
            .formatted(leg.address(), deployUrl, leg.device(), tftp);
  }
}
