package org.novabm.netswitch.junos.netconf;

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

/**
 * Reads XML of a switch by local names: the namespaces of Junos carry its release and are worth
 * nothing to us. Document types, and so entities, are refused.
 */
public final class Xml {

  /** Deeper than any configuration; a parser's stack is not the peer's to fill. */
  private static final String DEEPEST = "100";

  private Xml() {}

  /**
   * The root of a document.
   *
   * @throws IOException when it is malformed, has a document type, or is too deep
   */
  public static Element parse(String text) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setXIncludeAware(false);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute("jdk.xml.maxElementDepth", DEEPEST);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (SAXException e) {
      throw new IOException("the peer sent malformed XML: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JDK's own parser lacks a feature", e);
    }
  }

  public static String name(Element element) {
    return element.getLocalName();
  }

  public static List<Element> children(@Nullable Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = parent == null ? null : parent.getFirstChild();
        node != null;
        node = node.getNextSibling()) {
      if (node instanceof Element element && name(element).equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  /** All elements of that name below the parent, in the order of the document. */
  public static List<Element> all(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    var nodes = parent.getElementsByTagNameNS("*", name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  /** Steps down by the first child of each name; null when there is none. */
  public static @Nullable Element at(@Nullable Element from, String... path) {
    Element here = from;
    for (String step : path) {
      here = children(here, step).stream().findFirst().orElse(null);
    }
    return here;
  }

  /** The text there, on one line; empty when there is none. */
  public static String text(@Nullable Element from, String... path) {
    Element found = at(from, path);
    return found == null ? "" : found.getTextContent().strip().replaceAll("\\s+", " ");
  }

  /** An element with text, escaped. */
  public static String element(String name, String text) {
    return "<" + name + ">" + escape(text) + "</" + name + ">";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
