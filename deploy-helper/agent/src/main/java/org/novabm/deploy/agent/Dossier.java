package org.novabm.deploy.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What this deployer keeps of a machine.
 *
 * @param guarded what is secret is kept back until the caller is confirmed
 * @param heard of the one that has the boot file; null when that is not known, of machines that
 *     booted under an earlier release
 * @param secrets the last {@value #SECRETS} that were given out, the newest at the end
 * @param driveBytes length of the config drive, 0 for none; -1 before first contact, and of jobs
 *     that an earlier release let in
 * @param image what was sent of the image, as it is stored
 * @param drive what was sent of the config drive
 * @param readBack what the agent shall read back from its disk; empty for one that cannot
 */
record Dossier(
    boolean guarded,
    @Nullable Heard heard,
    List<GivenSecret> secrets,
    long driveBytes,
    SentBytes image,
    SentBytes drive,
    List<DiskRange> readBack) {

  static final Dossier EMPTY =
      new Dossier(false, null, List.of(), -1, SentBytes.NONE, SentBytes.NONE, List.of());

  /** Firmware, boot programs and retries ask anew each time, and only one of them goes on. */
  private static final int SECRETS = 4;

  Dossier {
    secrets = List.copyOf(secrets);
    readBack = List.copyOf(readBack);
  }

  static Dossier of(AgentContact contact) {
    String text = contact.dossier();
    return text == null ? EMPTY : parse(text);
  }

  Dossier guarded(boolean kept) {
    return new Dossier(kept, heard, secrets, driveBytes, image, drive, readBack);
  }

  /** One more has the boot file; the oldest of too many secrets is void. */
  Dossier given(GivenSecret secret, Instant now) {
    List<GivenSecret> all = new ArrayList<>(secrets);
    all.add(secret);
    int from = Math.max(0, all.size() - SECRETS);
    return new Dossier(
        guarded,
        new Heard(now, BootPart.BOOT_FILE),
        all.subList(from, all.size()),
        driveBytes,
        image,
        drive,
        readBack);
  }

  Dossier heard(Heard last) {
    return new Dossier(guarded, last, secrets, driveBytes, image, drive, readBack);
  }

  /** A session begins, to which nothing was sent yet. */
  Dossier begun(long bytesOfDrive, List<DiskRange> ranges) {
    return new Dossier(
        guarded, heard, secrets, bytesOfDrive, SentBytes.NONE, SentBytes.NONE, ranges);
  }

  Dossier sentOfImage(long from, long to) {
    return new Dossier(guarded, heard, secrets, driveBytes, image.with(from, to), drive, readBack);
  }

  Dossier sentOfDrive(long from, long to) {
    return new Dossier(guarded, heard, secrets, driveBytes, image, drive.with(from, to), readBack);
  }

  /** The one of the secrets given out that this is; null for none. Looks at all, in equal time. */
  @Nullable GivenSecret find(String secret) {
    GivenSecret found = null;
    for (GivenSecret given : secrets) {
      if (OneTimeSecret.matches(given.digest(), secret)) {
        found = given;
      }
    }
    return found;
  }

  /** Lines that {@link #of} reads; at most {@link AgentContact#DOSSIER_CHARACTERS}. */
  String encoded() {
    Stream<String> first =
        Stream.of(guarded ? "guarded yes" : "", heard == null ? "" : "heard " + heard.encoded());
    Stream<String> given =
        secrets.stream().map(secret -> "secret " + secret.digest() + " " + secret.peer());
    Stream<String> sent =
        Stream.of(
            "size " + driveBytes,
            "image " + image.encoded(),
            "drive " + drive.encoded(),
            "read " + readBack.stream().map(DiskRange::toString).collect(Collectors.joining(",")));
    return Stream.of(first, given, sent)
        .flatMap(lines -> lines)
        .filter(line -> !line.isEmpty() && !line.endsWith(" "))
        .collect(Collectors.joining("\n"));
  }

  private static Dossier parse(String text) {
    Dossier dossier = EMPTY;
    for (String line : text.split("\n", -1)) {
      String[] words = line.split(" ", -1);
      dossier = dossier.withLine(words[0], words);
    }
    return dossier;
  }

  private Dossier withLine(String kind, String[] words) {
    return switch (kind) {
      case "guarded" -> guarded(true);
      case "heard" -> heard(Heard.parse(words));
      case "secret" -> {
        List<GivenSecret> all = new ArrayList<>(secrets);
        all.add(new GivenSecret(words[1], words[2]));
        yield new Dossier(guarded, heard, all, driveBytes, image, drive, readBack);
      }
      case "size" ->
          new Dossier(guarded, heard, secrets, Long.parseLong(words[1]), image, drive, readBack);
      case "image" ->
          new Dossier(
              guarded, heard, secrets, driveBytes, SentBytes.parse(words[1]), drive, readBack);
      case "drive" ->
          new Dossier(
              guarded, heard, secrets, driveBytes, image, SentBytes.parse(words[1]), readBack);
      case "read" ->
          new Dossier(guarded, heard, secrets, driveBytes, image, drive, ranges(words[1]));
      // of a later release
      default -> this;
    };
  }

  private static List<DiskRange> ranges(String text) {
    return Arrays.stream(text.split(",", -1)).map(DiskRange::parse).toList();
  }
}
