import CLibXML2

/// What an XML document is told to as it is read.
protocol XMLConsumer: AnyObject {
    /// True where the attributes of an element are wanted; those of others are not decoded.
    func wantsAttributes(of name: XMLName) -> Bool
    func open(_ name: XMLName, _ attributes: XMLAttributes)
    func close(_ name: XMLName)
    /// A piece of text in UTF-8; the text of an element can come in several.
    func text(_ bytes: [UInt8])
    /// True where nothing more is wanted: the reading stops.
    var hasEnough: Bool { get }
}

/// How the reading of an XML document ended.
enum XMLOutcome: Equatable, Sendable {
    /// The document was read to its end, or as far as it was wanted.
    case complete
    /// It is no well-formed XML; what stands before the fault was read.
    case damaged(line: Int, message: String)
    /// It declares a document type: entities can be declared there, which no format that is read here needs.
    case hasDocumentType
    /// Elements are nested deeper than is followed.
    case tooDeep
    /// There are more elements, or more attributes of one, than are read.
    case tooMany
}

/// One XML document on its way from bytes to a consumer, in pieces of any size. Owns libxml2's parser; no pointer leaves
/// this file.
///
/// Nothing is loaded and nothing expanded: a document type ends the reading before anything inside it is looked at, and
/// without one there are no entities but the five of XML itself.
struct XMLStream: ~Copyable {
    private let context: xmlParserCtxtPtr
    private let receiver: Receiver
    private var attributes = AttributeCount()

    /// libxml2 makes its tables at first use, which is not safe from two threads at once; this does it once.
    private static let tables: Void = xmlInitParser()

    /// Opens a document that is told to `consumer`.
    init(_ consumer: any XMLConsumer, limits: ReadingLimits) {
        _ = Self.tables
        receiver = Receiver(consumer, limits: limits)
        var handler = Self.handler()
        let address = Unmanaged.passUnretained(receiver).toOpaque()
        guard let context = xmlCreatePushParserCtxt(&handler, address, nil, 0, nil) else {
            preconditionFailure("no memory for an XML document")
        }
        self.context = context
        receiver.context = context
        xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    }

    deinit { xmlFreeParserCtxt(context) }

    /// True where more bytes are wanted.
    var isOpen: Bool { receiver.outcome == nil }

    /// Reads the next bytes of the document.
    mutating func feed(_ bytes: [UInt8]) {
        guard isOpen, !bytes.isEmpty else { return }
        guard attributes.isBearable(with: bytes) else { return receiver.stop(.tooMany) }
        bytes.withUnsafeBytes { buffer in
            let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress
            XMLMessages.silenced { _ = xmlParseChunk(context, start, Int32(clamping: buffer.count), 0) }
        }
    }

    /// Ends the document.
    consuming func finish() -> XMLOutcome {
        if isOpen { XMLMessages.silenced { _ = xmlParseChunk(context, nil, 0, 1) } }
        let isWellFormed = context.pointee.wellFormed != 0
        return receiver.outcome ?? (isWellFormed ? .complete : .damaged(line: 0, message: "no well-formed XML"))
    }

    /// Reads a document that lies in memory.
    static func read(_ bytes: [UInt8], to consumer: any XMLConsumer, limits: ReadingLimits) -> XMLOutcome {
        var stream = XMLStream(consumer, limits: limits)
        var start = 0
        while start < bytes.count, stream.isOpen {
            let end = min(start + pieceSize, bytes.count)
            stream.feed(Array(bytes[start..<end]))
            start = end
        }
        return stream.finish()
    }

    /// Size of the pieces in which bytes in memory are handed on.
    private static let pieceSize = 65_536

    private static func handler() -> xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.internalSubset = { address, _, _, _ in listener(at: address)?.stop(.hasDocumentType) }
        handler.startElementNs = { address, local, _, namespace, _, _, count, _, attributes in
            listener(at: address)?.open(local, namespace, Int(count), attributes)
        }
        handler.endElementNs = { address, local, _, namespace in listener(at: address)?.close(local, namespace) }
        handler.characters = { address, text, count in listener(at: address)?.text(text, Int(count)) }
        handler.cdataBlock = { address, text, count in listener(at: address)?.text(text, Int(count)) }
        handler.ignorableWhitespace = { address, text, count in listener(at: address)?.text(text, Int(count)) }
        handler.serror = { address, error in
            guard let error, error.pointee.level == XML_ERR_FATAL else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? "no well-formed XML"
            listener(at: address)?.fail(line: Int(error.pointee.line), message)
        }
        return handler
    }
}

/// libxml2 compares each attribute of a tag with all before it; tags made to exploit that are told by the number of such
/// comparisons. Only what looks like a value (`="`) between two `<` counts: no other sign is sure before it is parsed.
private struct AttributeCount {
    /// A second's worth. Elements of documents have some dozens of attributes.
    private static let mostComparisons = 200_000_000
    private var inTag = 0
    private var comparisons = 0
    private var isBehindEquals = false

    mutating func isBearable(with bytes: [UInt8]) -> Bool {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "<"): inTag = 0
            case UInt8(ascii: "="): isBehindEquals = true
            case 0x00, 0x20, 0x09, 0x0A, 0x0D: continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard isBehindEquals else { continue }
                isBehindEquals = false
                inTag += 1
                comparisons += inTag
            default: isBehindEquals = false
            }
        }
        return comparisons <= Self.mostComparisons
    }
}

private func listener(at address: UnsafeMutableRawPointer?) -> Receiver? {
    address.map { Unmanaged<Receiver>.fromOpaque($0).takeUnretainedValue() }
}

/// Takes libxml2's calls and hands them on as values.
private final class Receiver {
    private let consumer: any XMLConsumer
    private let limits: ReadingLimits
    private var depth = 0
    private var count = 0
    /// libxml2 keeps each name once for a document: its address tells it.
    private var names: [NameAddress: XMLName] = [:]
    var context: xmlParserCtxtPtr?
    private(set) var outcome: XMLOutcome?

    private struct NameAddress: Hashable {
        let local: UnsafePointer<xmlChar>
        let namespace: UnsafePointer<xmlChar>?
    }

    init(_ consumer: any XMLConsumer, limits: ReadingLimits) {
        self.consumer = consumer
        self.limits = limits
    }

    func stop(_ outcome: XMLOutcome) {
        guard self.outcome == nil else { return }
        self.outcome = outcome
        xmlStopParser(context)
    }

    func fail(line: Int, _ message: String) {
        guard outcome == nil else { return }
        // libxml2 ends its messages with a line break.
        let sentence = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? message
        outcome = .damaged(line: line, message: sentence)
    }

    func open(
        _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, _ count: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard outcome == nil, let local else { return }
        depth += 1
        self.count += 1
        guard depth <= limits.deepestNesting else { return stop(.tooDeep) }
        guard self.count <= limits.mostElements else { return stop(.tooMany) }
        let name = name(local, namespace)
        let wanted = count > 0 && consumer.wantsAttributes(of: name)
        consumer.open(name, wanted ? decoded(attributes, count) : XMLAttributes())
        if consumer.hasEnough { stop(.complete) }
    }

    func close(_ local: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?) {
        guard outcome == nil, let local else { return }
        depth -= 1
        consumer.close(name(local, namespace))
        if consumer.hasEnough { stop(.complete) }
    }

    func text(_ start: UnsafePointer<xmlChar>?, _ count: Int) {
        guard outcome == nil, let start, count > 0 else { return }
        consumer.text(Array(UnsafeBufferPointer(start: start, count: count)))
        if consumer.hasEnough { stop(.complete) }
    }

    private func name(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> XMLName {
        let address = NameAddress(local: local, namespace: namespace)
        if let known = names[address] { return known }
        let name = XMLName(
            XMLVocabulary(namespace: namespace.map { String(cString: $0) } ?? ""), String(cString: local))
        names[address] = name
        return name
    }

    /// libxml2 gives five pointers for an attribute: local name, prefix, namespace, start and end of the value.
    private func decoded(_ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int) -> XMLAttributes {
        var result = XMLAttributes()
        guard let attributes else { return result }
        for index in 0..<count {
            let fields = attributes + index * 5
            guard let local = fields[0], let start = fields[3], let end = fields[4] else { continue }
            let value = UnsafeBufferPointer(start: start, count: end - start)
            result.add(name(local, fields[2]), String(decoding: value, as: UTF8.self))
        }
        return result
    }
}
