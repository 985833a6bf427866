package org.novabm.deploy.image;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.novabm.spi.AddressBlock;

/**
 * Where images may come from, as the operator lists it: {@code images.example.org}, {@code
 * *.example.org} for every name below it, {@code 10.1.0.0/16} or a single address, and {@code *}
 * for every name and address that is not closed by itself. An empty list is the same as {@code *}.
 *
 * <p>Only an address opens what is closed by itself (loopback and the like): a name may point to
 * something else tomorrow.
 *
 * @param names lower case, without the dot at the end
 */
public record ImageHosts(List<String> names, List<AddressBlock> blocks) {

  /** Everything that is not closed by itself. */
  public static final ImageHosts ANY = new ImageHosts(List.of(), List.of());

  private static final Pattern BETWEEN = Pattern.compile("[,\\s]+");
  private static final Pattern NAME =
      Pattern.compile("\\*|(\\*\\.)?[a-z0-9]([a-z0-9_-]*[a-z0-9])?(\\.[a-z0-9_-]+)*");

  public ImageHosts {
    names = List.copyOf(names);
    blocks = List.copyOf(blocks);
  }

  /**
   * Reads a list with commas or blanks between its entries.
   *
   * @throws IllegalArgumentException naming the entry that is none of the above
   */
  public static ImageHosts parse(String text) {
    List<String> names = new ArrayList<>();
    List<AddressBlock> blocks = new ArrayList<>();
    for (String entry : BETWEEN.splitAsStream(text.trim()).toList()) {
      String plain = withoutDot(entry);
      if (entry.contains("/") || entry.contains(":") || plain.matches("[0-9.]+")) {
        blocks.add(block(entry));
      } else if (NAME.matcher(plain).matches()) {
        names.add(plain);
      } else if (!entry.isEmpty()) {
        throw new IllegalArgumentException(
            "'" + entry + "' is neither a host, nor *.domain, nor an address, nor a network");
      }
    }
    return new ImageHosts(names, blocks);
  }

  private static AddressBlock block(String entry) {
    try {
      return AddressBlock.parse(entry);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + entry + "': " + e.getMessage(), e);
    }
  }

  private static String withoutDot(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  /** The list has this name, or has nothing at all. */
  boolean namesHost(String host) {
    String plain = withoutDot(host);
    return (names.isEmpty() && blocks.isEmpty())
        || names.stream().anyMatch(name -> fits(name, plain));
  }

  private static boolean fits(String name, String host) {
    return name.equals("*")
        || (name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name));
  }

  /** The list has this address. */
  boolean holdsAddress(InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }
}
