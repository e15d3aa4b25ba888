import CLibXML2

/// One XML document on its way into memory. Owns libxml2's writer and buffer; no pointer leaves this file.
struct XMLDocumentWriter: ~Copyable {
    private let buffer: xmlBufferPtr
    private let writer: xmlTextWriterPtr

    /// libxml2 makes its tables at first use, which is not safe from two threads at once; this does it once.
    private static let tables: Void = xmlInitParser()

    /// Opens a document.
    init() {
        _ = Self.tables
        guard let buffer = xmlBufferCreate(), let writer = xmlNewTextWriterMemory(buffer, 0) else {
            preconditionFailure("no memory for an XML document")
        }
        self.buffer = buffer
        self.writer = writer
        check(xmlTextWriterSetIndentString(writer, "  "))
        check(xmlTextWriterSetIndent(writer, 1))
        check(xmlTextWriterStartDocument(writer, nil, "UTF-8", nil))
    }

    deinit {
        xmlFreeTextWriter(writer)
        xmlBufferFree(buffer)
    }

    /// Writes an element with all it holds.
    func write(_ element: XMLElement) {
        open(element)
        if element.isInline {
            writeInline(element)
        } else {
            writeContent(element)
        }
        check(xmlTextWriterEndElement(writer))
    }

    /// Closes the document and gives its text.
    consuming func finished() -> String {
        check(xmlTextWriterEndDocument(writer))
        let bytes = UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer)))
        return String(decoding: bytes, as: UTF8.self)
    }

    private func open(_ element: XMLElement) {
        check(xmlTextWriterStartElement(writer, element.name))
        for attribute in element.attributes {
            check(xmlTextWriterStartAttribute(writer, attribute.name))
            write(attribute.value)
            check(xmlTextWriterEndAttribute(writer))
        }
    }

    private func writeContent(_ element: XMLElement) {
        for content in element.content {
            switch content {
            case .element(let child): write(child)
            case .text(let text): write(text)
            }
        }
    }

    /// Content without white space of ours. The empty text at the end tells the writer, which forgets it while it does
    /// not indent, that the end tag follows text.
    private func writeInline(_ element: XMLElement) {
        guard !element.content.isEmpty else { return }
        check(xmlTextWriterSetIndent(writer, 0))
        writeUnbroken(element)
        check(xmlTextWriterSetIndent(writer, 1))
        check(xmlTextWriterWriteString(writer, ""))
    }

    /// All that an inline element holds, at any depth.
    private func writeUnbroken(_ element: XMLElement) {
        for content in element.content {
            switch content {
            case .element(let child):
                open(child)
                writeUnbroken(child)
                check(xmlTextWriterEndElement(writer))
            case .text(let text): write(text)
            }
        }
    }

    /// Text or the value of an attribute. What XML 1.0 forbids (§2.2) becomes U+FFFD; what a terminal would obey is
    /// written as a character reference, which is the same text to whoever reads the XML.
    private func write(_ text: String) {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if Self.isForbidden(scalar) {
                plain.append("\u{FFFD}")
            } else if scalar != "\n", TerminalText.isUnsafe(scalar) {
                writePlain(&plain)
                check(xmlTextWriterWriteRaw(writer, "&#x\(String(scalar.value, radix: 16, uppercase: true));"))
            } else {
                plain.append(scalar)
            }
        }
        writePlain(&plain)
    }

    private func writePlain(_ text: inout String.UnicodeScalarView) {
        guard !text.isEmpty else { return }
        check(xmlTextWriterWriteString(writer, String(text)))
        text = String.UnicodeScalarView()
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}

/// The writer fails where memory ends or calls come in a wrong order; neither can be mended.
private func check(_ result: Int32) {
    precondition(result >= 0, "libxml2 could not write")
}
