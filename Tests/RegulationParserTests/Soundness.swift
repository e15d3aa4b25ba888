import RegulationModel

/// What must hold of every regulation, whatever the input was: parts tile the text, provisions nest, no visible byte of
/// a provision is lost or told twice, addresses are unique, findings point into the text.
struct Soundness {
    private let regulation: Regulation
    private let source: SourceText
    private let log = FaultLog()

    var faults: [String] { log.faults }

    init(_ regulation: Regulation) {
        self.regulation = regulation
        source = regulation.source
        checkTiling()
        checkGroupings()
        for provision in regulation.articles + regulation.sections { checkTop(provision) }
        checkOrder(regulation.articles.map(\.span), "articles")
        checkOrder(regulation.sections.map(\.span), "sections")
        checkAddresses()
        checkDiagnostics()
    }

    private func expect(_ holds: Bool, _ fault: @autoclosure () -> String) {
        if !holds { log.faults.append(fault()) }
    }

    // MARK: Spans

    /// A span lies in the text and cuts no scalar.
    private func checkSpan(_ span: ByteSpan, _ name: String) {
        let isInside = span.start >= 0 && span.end <= source.bytes.count
        expect(isInside, "\(name) \(span) lies outside the text")
        guard isInside else { return }
        for edge in [span.start, span.end] where edge < source.bytes.count {
            expect(source.bytes[edge] & 0xC0 != 0x80, "\(name) \(span) cuts a scalar")
        }
    }

    private func checkOrder(_ spans: [ByteSpan], _ name: String) {
        for (a, b) in zip(spans, spans.dropFirst()) { expect(a.end <= b.start, "\(name) overlap: \(a) \(b)") }
    }

    private func checkTiling() {
        var end = 0
        for part in regulation.parts {
            checkSpan(part.span, "part \(part.kind)")
            expect(part.span.start == end, "part \(part.kind) begins at \(part.span.start), not at \(end)")
            expect(!part.span.isEmpty, "part \(part.kind) at \(end) is empty")
            end = part.span.end
        }
        expect(end == source.bytes.count, "parts end at \(end), the text at \(source.bytes.count)")
    }

    // MARK: Groupings

    private func checkGroupings() {
        checkOrder(regulation.groupings.map(\.span), "groupings")
        for (index, grouping) in regulation.groupings.enumerated() {
            let name = grouping.eId.text
            checkSpan(grouping.span, name)
            expect(grouping.span.contains(grouping.mark), "\(name): mark outside")
            expect(grouping.span.contains(grouping.heading), "\(name): heading outside")
            expect(grouping.articles.upperBound <= regulation.articles.count, "\(name): articles out of range")
            expect(isInPart(grouping.span, .grouping), "\(name) lies in no part of its own")
            guard let parent = grouping.parent else { continue }
            let above = regulation.groupings[parent]
            expect(parent < index && above.level < grouping.level, "\(name): parent \(above.eId)")
            let isHeld = grouping.articles.isEmpty || above.articles.contains(grouping.articles.lowerBound)
            expect(isHeld && grouping.articles.upperBound <= above.articles.upperBound, "\(name): not in parent")
        }
    }

    private func isInPart(_ span: ByteSpan, _ kind: PartKind) -> Bool {
        var low = 0
        var high = regulation.parts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if regulation.parts[middle].span.start <= span.start { low = middle } else { high = middle }
        }
        guard low < regulation.parts.count else { return false }
        return regulation.parts[low].kind == kind && regulation.parts[low].span.contains(span)
    }

    // MARK: Provisions

    private func checkTop(_ provision: Provision) {
        let kind: PartKind = provision.level == .section ? .section : .article
        expect(isInPart(provision.span, kind), "\(provision.eId) lies in no part of its own")
        check(provision)
        checkCoverage(provision)
    }

    private func check(_ provision: Provision) {
        let name = provision.eId.text
        checkSpan(provision.span, name)
        if let mark = provision.mark {
            // A heading may stand on the line above.
            let isHeaded = provision.heading.map { $0.end <= mark.start } ?? false
            expect(isHeaded || mark.start == provision.span.start, "\(name): mark not at its start")
        }
        var pieces = provision.text
        pieces += [provision.mark, provision.heading, provision.wrapUp].compactMap { $0 }
        for piece in pieces {
            checkSpan(piece, name)
            expect(provision.span.contains(piece), "\(name): a piece outside its span")
        }
        for (position, child) in provision.children.enumerated() {
            expect(provision.span.contains(child.span), "\(name): child \(child.eId) outside its span")
            expect(child.level > provision.level || child.level == .subpoint, "\(name): child \(child.eId) is no child")
            expect(child.number.ordinal == position + 1, "\(child.eId) stands at position \(position + 1)")
            check(child)
        }
        checkOrder(provision.children.map(\.span), "children of \(name)")
    }

    private func checkAddresses() {
        var seen: Set<EId> = []
        func visit(_ provision: Provision) -> [EId] { [provision.eId] + provision.children.flatMap(visit) }
        let all = regulation.groupings.map(\.eId) + (regulation.articles + regulation.sections).flatMap(visit)
        for eId in all {
            expect(seen.insert(eId).inserted, "\(eId) stands twice")
            let isPlain = eId.text.utf8.allSatisfy {
                ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x5F || $0 == 0x2D
            }
            expect(isPlain, "\(eId) holds a printed mark")
        }
    }

    // MARK: Nothing lost

    /// Every visible byte of a provision stands in exactly one mark, heading or piece of text.
    private func checkCoverage(_ provision: Provision) {
        var counts = [UInt8](repeating: 0, count: provision.span.length)
        func cover(_ node: Provision) {
            let pieces = node.text + [node.mark, node.heading, node.wrapUp].compactMap { $0 }
            for piece in pieces where provision.span.contains(piece) {
                for offset in piece.range { counts[offset - provision.span.start] += 1 }
            }
            node.children.forEach(cover)
        }
        cover(provision)
        let layout = LayoutBytes(source: source)
        var offset = provision.span.start
        while offset < provision.span.end {
            let length = layout.scalarLength(at: offset)
            let count = counts[offset - provision.span.start]
            if count > 1 { return log.faults.append("\(provision.eId): byte \(offset) is told \(count) times") }
            if count == 0, !layout.isLayout(at: offset, in: provision) {
                return log.faults.append("\(provision.eId): byte \(offset) is lost: \(layout.around(offset))")
            }
            offset += length
        }
    }

    // MARK: Findings

    private func checkDiagnostics() {
        for diagnostic in regulation.diagnostics {
            checkSpan(diagnostic.span, diagnostic.id.rawValue)
            expect(!diagnostic.message.isEmpty, "\(diagnostic.id.rawValue) says nothing")
        }
        let starts = regulation.diagnostics.map(\.span.start)
        expect(starts == starts.sorted(), "diagnostics are not in document order")
    }
}

/// Faults found so far.
private final class FaultLog {
    var faults: [String] = []
}

/// Which bytes of a provision may stand in none of its pieces: white space, the brackets of a heading, and Markdown's
/// decoration and comments.
private final class LayoutBytes {
    let source: SourceText
    /// Whether each line that was looked at is a comment or a rule: one line may be a whole file.
    private var comments: [Int: Bool] = [:]

    init(source: SourceText) { self.source = source }

    func scalarLength(at offset: Int) -> Int {
        switch source.bytes[offset] {
        case 0..<0x80: 1
        case 0..<0xE0: 2
        case 0..<0xF0: 3
        default: 4
        }
    }

    func isLayout(at offset: Int, in provision: Provision) -> Bool {
        let scalar = source.string(ByteSpan(offset, offset + scalarLength(at: offset))).unicodeScalars.first
        guard let scalar else { return false }
        if isSpace(scalar) { return true }
        if let heading = provision.heading, "【】（）()".unicodeScalars.contains(scalar) {
            let between =
                offset < heading.start
                ? ByteSpan(offset + scalarLength(at: offset), heading.start) : ByteSpan(heading.end, offset)
            let brackets = "【】（）()*".unicodeScalars
            let beside = source.string(between).unicodeScalars
            if beside.allSatisfy({ isSpace($0) || brackets.contains($0) }) { return true }
        }
        return isMarkdown && ("#*>-".unicodeScalars.contains(scalar) || isComment(offset))
    }

    /// White space, and the marks without width that the parser trims like it.
    private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        // No reader sees characters of the category Cf.
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
    }

    private var isMarkdown: Bool {
        source.name.hasSuffix(".md") || source.bytes.first { $0 > 0x20 } == UInt8(ascii: "#")
    }

    private func isComment(_ offset: Int) -> Bool {
        let line = source.line(at: offset)
        if let known = comments[line] { return known }
        let found = isComment(line: line)
        comments[line] = found
        return found
    }

    private func isComment(line: Int) -> Bool {
        let start = source.lineStarts[line - 1]
        let end = line < source.lineStarts.count ? source.lineStarts[line] : source.bytes.count
        let text = source.flowed([ByteSpan(start, end)])
        guard !text.hasPrefix("---") else { return text.allSatisfy { "-|: ".contains($0) } }
        guard text.hasPrefix("<!--"), let close = text.firstRange(of: "-->") else { return text.hasPrefix("<!--") }
        return close.upperBound == text.endIndex
    }

    func around(_ offset: Int) -> String {
        String(decoding: source.bytes[max(0, offset - 20)..<min(source.bytes.count, offset + 20)], as: UTF8.self)
    }
}
