package org.novabm.rack.redfish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The firmware's own order, with a boot option for each device in it (DSP0268, BootOption). */
final class SimulatedBootOrder {

  private final String path;
  private final List<BootTraits.Option> order;
  private final CollectionPages pages;

  SimulatedBootOrder(RedfishProfile profile) {
    this.path = profile.layout().system() + "/BootOptions";
    this.order = profile.boot().order();
    this.pages = profile.layout().pages();
  }

  /** Says what there is; nothing where there is no order. */
  void tell(ObjectNode boot) {
    if (!order.isEmpty()) {
      boot.putObject("BootOptions").put("@odata.id", path);
      boot.putArray("BootOrder");
      for (int number = 0; number < order.size(); number++) {
        boot.withArray("BootOrder").add(reference(number));
      }
    }
  }

  /** Null when it is about something else. */
  @Nullable RedfishReply answer(RedfishRequest request) {
    if (request.is("GET", path) && !order.isEmpty()) {
      return RedfishReply.of(pages.page(all(), request));
    }
    for (int number = 0; number < order.size(); number++) {
      if (request.is("GET", path + "/" + number)) {
        return RedfishReply.of(option(number));
      }
    }
    return null;
  }

  private static String reference(int number) {
    return "Boot%04X".formatted(number + 10);
  }

  private ObjectNode all() {
    ObjectNode all = JsonMapper.shared().createObjectNode().put("@odata.id", path);
    all.put("Name", "Boot Options").put("Members@odata.count", order.size());
    // a collection has an order of its own
    for (int number = order.size() - 1; number >= 0; number--) {
      all.withArray("Members").addObject().put("@odata.id", path + "/" + number);
    }
    return all;
  }

  private ObjectNode option(int number) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("@odata.id", path + "/" + number)
        .put("Id", "" + number)
        .put("BootOptionReference", reference(number))
        .put("BootOptionEnabled", true)
        .put(
            "UefiDevicePath",
            switch (order.get(number)) {
              case NETWORK ->
                  "PciRoot(0x1)/Pci(0x1,0x0)/Pci(0x0,0x0)/MAC(020000000001,0x1)/IPv4(0.0.0.0)";
              case DISK -> "HD(1,GPT,874999C7-419F-43CF-844B-2DEA0580CC7D,0x800,0x32000)";
              case CD -> "UsbClass(0xFFFF,0xFFFF,0xFF,0xFF,0xFF)";
            });
  }
}
