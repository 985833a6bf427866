package org.novabm.api.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.novabm.api.fault.Fault;
import org.novabm.api.fault.Field;
import org.novabm.driver.Manner;
import org.novabm.instance.Instance;
import org.novabm.instance.InstanceRequest;

/**
 * The body of an action on an instance. All but the first two fields are a rebuild's, which needs
 * the image; what else it leaves out is taken over from what is on record. Flavor and node stay
 * what they are.
 *
 * @param action {@code start}, {@code stop}, {@code reboot}, {@code rebuild} or {@code cancel}
 * @param manner {@code soft} asks the operating system first, {@code hard} cuts the power at once;
 *     a stop is soft and a reboot is hard unless said
 * @param name also the machine's own name, as far as it can be one
 * @param networks the first one becomes the port's untagged VLAN
 * @param userData base64, as Nova sends it
 * @param publicKeys OpenSSH public keys by name
 */
record InstanceAction(
    @Nullable String action,
    @Nullable String manner,
    InstanceBody.@Nullable Image image,
    @Nullable String name,
    @Nullable List<InstanceBody.Network> networks,
    @JsonProperty("user_data") @Nullable String userData,
    @JsonProperty("public_keys") @Nullable Map<String, String> publicKeys,
    @Nullable Map<String, String> metadata) {

  /** What may be asked for. */
  enum Kind {
    START,
    STOP,
    REBOOT,
    REBUILD,
    CANCEL;

    private String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final List<String> WORDS = Arrays.stream(Kind.values()).map(Kind::word).toList();

  /** Whoever sends a rebuild's fields with anything else means a rebuild. */
  Kind kind() {
    Kind kind = Kind.valueOf(Field.word("action", action, WORDS).toUpperCase(Locale.ROOT));
    if (kind != Kind.REBUILD) {
      fieldsOfARebuild().stream()
          .findFirst()
          .ifPresent(
              field -> {
                throw Fault.field(field, "belongs to a rebuild; leave it out");
              });
    }
    return kind;
  }

  private List<String> fieldsOfARebuild() {
    List<String> given = new ArrayList<>();
    if (image != null) {
      given.add("image");
    }
    if (name != null) {
      given.add("name");
    }
    if (networks != null) {
      given.add("networks");
    }
    if (userData != null) {
      given.add("user_data");
    }
    if (publicKeys != null) {
      given.add("public_keys");
    }
    if (metadata != null) {
      given.add("metadata");
    }
    return given;
  }

  Manner mannerOr(Manner otherwise) {
    return manner == null
        ? otherwise
        : Manner.valueOf(
            Field.word("manner", manner, List.of("soft", "hard")).toUpperCase(Locale.ROOT));
  }

  /**
   * What the instance is to be after a rebuild.
   *
   * @param known null when it is not on record, as one of an old driver
   */
  InstanceRequest rebuilt(UUID instance, @Nullable Instance known) {
    InstanceBody body =
        new InstanceBody(
            instance.toString(), name, image, null, networks, userData, publicKeys, metadata, null);
    InstanceRequest told = body.toRequest();
    return known == null ? told : over(known.request(), told);
  }

  private InstanceRequest over(InstanceRequest old, InstanceRequest told) {
    return new InstanceRequest(
        old.instance(),
        name == null ? old.name() : told.name(),
        name == null ? old.hostname() : told.hostname(),
        old.flavor(),
        told.image(),
        old.node(),
        networks == null ? old.networks() : told.networks(),
        userData == null ? old.userData() : told.userData(),
        publicKeys == null ? old.publicKeys() : told.publicKeys(),
        metadata == null ? old.metadata() : told.metadata(),
        old.context());
  }
}
