package org.novabm.api.v1;

import java.util.Arrays;
import java.util.LinkedHashMap;
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
import org.novabm.rest.v1.InstanceAction;
import org.novabm.rest.v1.InstanceBody;

/** Reads what is to be done to an instance. */
final class InstanceActions {

  private InstanceActions() {}

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
  static Kind kind(InstanceAction body) {
    Kind kind = Kind.valueOf(Field.word("action", body.action(), WORDS).toUpperCase(Locale.ROOT));
    if (kind != Kind.REBUILD) {
      ofARebuild(body)
          .forEach(
              (field, value) -> {
                if (value != null) {
                  throw Fault.field(field, "belongs to a rebuild; leave it out");
                }
              });
    }
    return kind;
  }

  private static Map<String, @Nullable Object> ofARebuild(InstanceAction body) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("image", body.image());
    fields.put("name", body.name());
    fields.put("networks", body.networks());
    fields.put("user_data", body.userData());
    fields.put("public_keys", body.publicKeys());
    fields.put("metadata", body.metadata());
    return fields;
  }

  static Manner manner(InstanceAction body, Manner standard) {
    String word = body.manner();
    return word == null
        ? standard
        : Manner.valueOf(
            Field.word("manner", word, List.of("soft", "hard")).toUpperCase(Locale.ROOT));
  }

  /**
   * What the instance is to be after a rebuild.
   *
   * @param known null when it is not on record, as one of an old driver
   */
  static InstanceRequest rebuilt(InstanceAction body, UUID instance, @Nullable Instance known) {
    InstanceRequest told =
        InstanceRequests.spawned(
            new InstanceBody(
                instance.toString(),
                body.name(),
                body.image(),
                null,
                body.networks(),
                body.userData(),
                body.publicKeys(),
                body.metadata(),
                null));
    return known == null ? told : over(known.request(), told, body);
  }

  private static InstanceRequest over(
      InstanceRequest old, InstanceRequest told, InstanceAction body) {
    return new InstanceRequest(
        old.instance(),
        body.name() == null ? old.name() : told.name(),
        body.name() == null ? old.hostname() : told.hostname(),
        old.flavor(),
        told.image(),
        old.node(),
        body.networks() == null ? old.networks() : told.networks(),
        body.userData() == null ? old.userData() : told.userData(),
        body.publicKeys() == null ? old.publicKeys() : told.publicKeys(),
        body.metadata() == null ? old.metadata() : told.metadata(),
        old.context());
  }
}
