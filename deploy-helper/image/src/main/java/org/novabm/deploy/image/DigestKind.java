package org.novabm.deploy.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novabm.spi.deploy.ImageRef;

/** The digests an image may be named with; every Java platform has them. */
enum DigestKind {
  SHA512("SHA-512"),
  SHA256("SHA-256"),
  MD5("MD5");

  private final String algorithm;

  DigestKind(String algorithm) {
    this.algorithm = algorithm;
  }

  String algorithm() {
    return algorithm;
  }

  /** What the message says it is; null when it says nothing. */
  @Nullable String named(ImageRef image) {
    return switch (this) {
      case SHA512 -> image.sha512();
      case SHA256 -> image.sha256();
      case MD5 -> image.md5();
    };
  }

  /** The named ones, and SHA-256 in any case: machines check what they wrote by it. */
  static Map<DigestKind, MessageDigest> start(ImageRef image) {
    Map<DigestKind, MessageDigest> digests = new EnumMap<>(DigestKind.class);
    for (DigestKind kind : values()) {
      if (kind == SHA256 || kind.named(image) != null) {
        digests.put(kind, kind.start());
      }
    }
    return digests;
  }

  private MessageDigest start() {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no " + algorithm, e);
    }
  }

  static Map<DigestKind, String> end(Map<DigestKind, MessageDigest> digests) {
    Map<DigestKind, String> texts = new EnumMap<>(DigestKind.class);
    digests.forEach((kind, digest) -> texts.put(kind, HexFormat.of().formatHex(digest.digest())));
    return texts;
  }
}
