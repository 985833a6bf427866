package org.novabm.store.secret;

import tools.jackson.databind.json.JsonMapper;

/** Records as encrypted JSON; fields that a later version added are ignored by an earlier one. */
public final class SealedJson {

  private final SecretBox box;
  private final JsonMapper json = new JsonMapper();

  public SealedJson(SecretBox box) {
    this.box = box;
  }

  public byte[] seal(Record value, String purpose) {
    return box.seal(json.writeValueAsBytes(value), purpose);
  }

  public <T extends Record> T open(byte[] sealed, Class<T> type, String purpose) {
    return json.readValue(box.open(sealed, purpose), type);
  }
}
