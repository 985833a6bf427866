package org.novabm.rack.junos;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Elements by their local names: Junos does not care for the rest. */
final class JunosXml {

  private JunosXml() {}

  /**
   * Reads a document; one with a document type is no NETCONF (RFC 6241, section 3).
   *
   * @throws NetconfError when it is malformed
   */
  static Element parse(String text) throws NetconfError {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (SAXException | IOException e) {
      throw new NetconfError("rpc", "malformed-message", "syntax error: " + e.getMessage(), "");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static String name(Node element) {
    String local = element.getLocalName();
    return local == null ? element.getNodeName() : local;
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static List<Element> children(Element parent, String name) {
    return children(parent).stream().filter(child -> name(child).equals(name)).toList();
  }

  static @Nullable Element child(Element parent, String name) {
    return children(parent, name).stream().findFirst().orElse(null);
  }

  /** Steps down; null when a step is missing. */
  static @Nullable Element at(@Nullable Element from, String... path) {
    Element here = from;
    for (String step : path) {
      here = here == null ? null : child(here, step);
    }
    return here;
  }

  static @Nullable String textAt(@Nullable Element from, String... path) {
    Element found = at(from, path);
    return found == null ? null : found.getTextContent().strip();
  }

  /** An attribute, whatever its namespace; empty when there is none. */
  static String attribute(Element element, String name) {
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (name(attribute).equals(name)) {
        return attribute.getNodeValue();
      }
    }
    return "";
  }

  /** Character data, escaped. */
  static String text(String raw) {
    return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** The element and all below it, without namespaces and attributes. */
  static String write(Element element) {
    StringBuilder out = new StringBuilder();
    write(element, out);
    return out.toString();
  }

  private static void write(Element element, StringBuilder out) {
    List<Element> children = children(element);
    String name = name(element);
    String text = children.isEmpty() ? element.getTextContent().strip() : "";
    if (children.isEmpty() && text.isEmpty()) {
      out.append('<').append(name).append("/>\n");
      return;
    }
    out.append('<').append(name).append('>').append(text(text));
    if (!children.isEmpty()) {
      out.append('\n');
      children.forEach(child -> write(child, out));
    }
    out.append("</").append(name).append(">\n");
  }
}
