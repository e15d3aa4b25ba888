import CLibXML2
import RegulationModel

/// What libxml2 tells of a page, event by event.
protocol PageEvents: AnyObject {
    func start(_ name: ElementName, _ attributes: ElementAttributes)
    func end()
    /// Characters of the page; `offset` is where their source stands in it.
    func text(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int)
}

/// A page's way through libxml2's HTML parser: events with byte offsets, no tree.
///
/// libxml2 is told that the input is UTF-8 and may not look for another encoding; it opens no file and no connection.
/// Errors are counted, not shown: pages are full of them.
struct PageParser: ~Copyable {
    /// Why a page was not read to its end.
    enum Refusal {
        case unavailable
        case tooManyElements(Int)
        case tooDamaged
    }

    private let context: htmlParserCtxtPtr
    private let session: Session

    /// `page` holds no NUL; `events` must live until `run` is done.
    init?(page: [UInt8], events: any PageEvents, mostElements: Int) {
        xmlInitParser()
        let made = page.withUnsafeBytes { bytes in
            htmlCreateMemoryParserCtxt(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count))
        }
        guard let made else { return nil }
        context = made
        session = Session(page: page, events: events, context: made, mostElements: mostElements)
        let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        htmlCtxtUseOptions(context, Int32(options))
        _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        install()
    }

    deinit { htmlFreeParserCtxt(context) }

    /// Sends the page's events; nil where it was read whole.
    func run() -> Refusal? {
        context.pointee.userData = Unmanaged.passUnretained(session).toOpaque()
        XMLMessages.silenced { _ = htmlParseDocument(context) }
        return session.refusal
    }

    private func install() {
        guard let handler = context.pointee.sax else { return }
        var sax = xmlSAXHandler()
        sax.initialized = XML_SAX2_MAGIC
        sax.startElement = { data, name, attributes in Session.of(data)?.start(name, attributes) }
        sax.endElement = { data, _ in Session.of(data)?.end() }
        sax.characters = { data, bytes, count in Session.of(data)?.characters(bytes, count) }
        sax.ignorableWhitespace = { data, bytes, count in Session.of(data)?.characters(bytes, count) }
        sax.serror = { data, _ in Session.of(data)?.fault() }
        handler.pointee = sax
    }
}

/// The state of one run, reached from libxml2's callbacks.
private final class Session {
    let page: [UInt8]
    let events: any PageEvents
    let context: htmlParserCtxtPtr
    let mostElements: Int
    private var elements = 0
    private var depth = 0
    private var faults = 0
    private var work = 0
    var refusal: PageParser.Refusal?

    /// Faults of a page from which it is no page any more; each costs libxml2 a message of about a microsecond.
    private static let mostFaults = 2_000_000
    /// Steps that libxml2 may spend looking for elements which faulty end tags name: it goes through all open ones.
    private static let mostWork = 200_000_000

    init(page: [UInt8], events: any PageEvents, context: htmlParserCtxtPtr, mostElements: Int) {
        self.page = page
        self.events = events
        self.context = context
        self.mostElements = mostElements
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> Session? {
        data.map { Unmanaged<Session>.fromOpaque($0).takeUnretainedValue() }
    }

    private func stop(_ reason: PageParser.Refusal) {
        guard refusal == nil else { return }
        refusal = reason
        xmlStopParser(context)
    }

    func start(_ name: UnsafePointer<xmlChar>?, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
        guard refusal == nil, let name else { return }
        elements += 1
        depth += 1
        guard elements <= mostElements else { return stop(.tooManyElements(mostElements)) }
        events.start(ElementName(CBytes(name)), attributes(list))
    }

    func end() {
        guard refusal == nil else { return }
        depth = max(0, depth - 1)
        events.end()
    }

    func fault() {
        faults += 1
        work += depth
        if faults > Self.mostFaults || work > Self.mostWork { stop(.tooDamaged) }
    }

    func characters(_ bytes: UnsafePointer<xmlChar>?, _ count: Int32) {
        guard refusal == nil, let bytes, count > 0 else { return }
        let text = UnsafeBufferPointer(start: bytes, count: Int(count))
        events.text(text, at: source(of: text))
    }

    /// Longest source of one character: `&CounterClockwiseContourIntegral;`.
    private static let longestReference = 40

    /// Where characters stand in the page. libxml2 has just gone past them: they end where it is, and stand there as they
    /// are, or as a reference that begins with an ampersand.
    private func source(of text: UnsafeBufferPointer<UInt8>) -> Int {
        let position = min(max(0, Int(xmlByteConsumed(context))), page.count)
        let start = position - text.count
        if start >= 0, page[start..<position].elementsEqual(text) { return start }
        let nearest = max(0, position - Self.longestReference)
        return page[nearest..<position].lastIndex(of: UInt8(ascii: "&")) ?? max(0, start)
    }

    // MARK: Attributes

    private func attributes(_ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) -> ElementAttributes {
        var attributes = ElementAttributes()
        guard let list else { return attributes }
        var index = 0
        while let name = list[index] {
            let value = list[index + 1]
            set(String(cString: name), value, in: &attributes)
            index += 2
        }
        return attributes
    }

    private func set(_ name: String, _ value: UnsafePointer<xmlChar>?, in attributes: inout ElementAttributes) {
        switch name {
        case "style": attributes.style = value.map(Self.plain) ?? []
        case "role": attributes.role = value.map(Self.plain) ?? []
        case "hidden": attributes.hasHidden = true
        case "aria-hidden": attributes.isAriaHidden = value.map(Self.plain) == utf8("true")
        case "href":
            attributes.hasAddress = true
            attributes.leadsInside = value?.pointee == UInt8(ascii: "#")
        case "size": attributes.size = value.map(Self.plain) ?? []
        case "class":
            attributes.classes = value.map { Array(CBytes($0)) } ?? []
            attributes.classNumber = value == nil ? 0 : number(of: attributes.classes)
        case "id": attributes.id = value.map { Array(CBytes($0)) } ?? []
        case "type": attributes.type = value.map { Array(CBytes($0)) } ?? []
        case "start": attributes.start = value.flatMap { Int(String(cString: $0)) }
        case "value": attributes.value = value.flatMap { Int(String(cString: $0)) }
        case "rowspan": attributes.rows = value.flatMap { Int(String(cString: $0)) }.flatMap { $0 >= 0 ? $0 : nil } ?? 1
        case "media": attributes.media = value.map(Self.plain) ?? []
        default: break
        }
    }

    /// A value in small letters without blanks.
    private static func plain(_ value: UnsafePointer<xmlChar>) -> [UInt8] {
        CBytes(value).filter { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
}

/// The bytes of a C string.
private struct CBytes: Sequence, IteratorProtocol {
    private var pointer: UnsafePointer<xmlChar>

    init(_ pointer: UnsafePointer<xmlChar>) { self.pointer = pointer }

    mutating func next() -> UInt8? {
        guard pointer.pointee != 0 else { return nil }
        defer { pointer += 1 }
        return pointer.pointee
    }
}

/// A number for bytes, the same in every run (FNV-1a, 64 bit).
func number(of bytes: some Sequence<UInt8>, after seed: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
}
