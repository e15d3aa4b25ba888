import RegulationModel
import Synchronization

/// Reads the norms 规范要素 of the provisions of one act, in Chinese and in English.
///
/// One norm for each sentence and each point; a point takes over what its lead-in does, with its conditions. Reading
/// never fails: a sentence in which nothing is recognised is a statement.
package struct NormReader: Sendable {
    private let regulation: Regulation
    private let index: ProvisionIndex
    private let isTaiwan: Bool
    /// Norms of the articles asked for by address: comparing asks for each paragraph and point of an article in turn.
    private let known = KnownNorms()

    /// Takes an act.
    package init(_ regulation: Regulation) {
        self.regulation = regulation
        index = ProvisionIndex(regulation)
        isTaiwan = regulation.language == .chinese && Script.isTraditional(regulation.source)
    }

    /// The norms of a provision and all below it, in reading order.
    package func norms(of provision: Provision) -> [Norm] { norms(of: provision, under: nil) }

    /// The norms of the provision at an address; empty where there is none.
    package func norms(at eId: EId) -> [Norm] {
        guard let article = regulation.provision(at: eId.article), let node = article.provision(at: eId) else {
            return []
        }
        return known.norms(of: article.eId) { norms(of: article) }.filter { $0.provision.isInside(node.eId) }
    }

    private func norms(of provision: Provision, under lead: Norm?) -> [Norm] {
        let isPoint = provision.level == .point || provision.level == .subpoint
        let hasList = provision.children.contains { $0.level == .point || $0.level == .subpoint }
        let pieces = provision.text.isEmpty ? [] : sentences(provision.text, whole: isPoint && !hasList)
        var result: [Norm] = []
        for (place, sentence) in pieces.enumerated() {
            let handsDown = hasList && place == pieces.count - 1
            result.append(norm(sentence, of: provision.eId, under: lead, handsDown: handsDown))
        }
        let leadIn = hasList ? result.last ?? lead : lead
        for child in provision.children { result += norms(of: child, under: child.level == .paragraph ? nil : leadIn) }
        if let wrapUp = provision.wrapUp {
            result += sentences([wrapUp], whole: false).map {
                norm($0, of: provision.eId, under: nil, handsDown: false)
            }
        }
        return result
    }

    private func norm(_ text: NormText, of place: EId, under lead: Norm?, handsDown: Bool) -> Norm {
        let modalities = ModalityReader(text: text, isTaiwan: isTaiwan)
        let cues = modalities.cues()
        let sanctions = SanctionReader(text: text).read()
        let references = ReferenceReader(text: text, index: index, place: place, isTaiwan: isTaiwan).read()
        let own = modalities.function(cues, sanctions: sanctions, handsDown: handsDown)
        let inherited = lead.flatMap { $0.modality == .statement ? nil : $0.modality }
        let quantities = QuantityReader(text: text, isTaiwan: isTaiwan, blocked: references.blocked).read()
        let conditions = ConditionReader(text: text).read()
        return Norm(
            provision: place, span: text.span(0..<text.count), modality: inherited ?? own,
            cues: cues.map {
                ModalCue(modality: $0.modality, span: text.span($0.range), isSubordinate: $0.isSubordinate)
            },
            inheritedFrom: inherited == nil ? nil : lead?.provision,
            actors: ActorReader(text: text, cues: cues.map(\.range)).read(),
            conditions: (lead?.conditions ?? []) + conditions,
            quantities: quantities + EntryIntoForceReader(text: text).read(), references: references.references,
            sanctions: sanctions, repeal: RepealReader(text: text).read(),
            levels: LevelReader(text: text).actors().map { LevelMention(levels: $0.levels, span: text.span($0.range)) },
            territories: LevelReader(text: text).territories(), particulars: ParticularReader(text: text).read())
    }

    /// The sentences of some pieces of text; a point is one norm, whatever its sentences.
    private func sentences(_ pieces: [ByteSpan], whole: Bool) -> [NormText] {
        let text = NormText(regulation.source, pieces, language: regulation.language)
        guard text.count > 0 else { return [] }
        guard !whole else { return [text] }
        var result: [NormText] = []
        var start = 0
        for index in 0..<text.count where text.isSentenceEnd(index) {
            if start < index + 1 { result.append(text.slice(start..<index + 1)) }
            start = index + 1
            while start < text.count, text.scalars[start] == 0x20 { start += 1 }
        }
        if start < text.count { result.append(text.slice(start..<text.count)) }
        return result
    }
}

/// Norms that were read before, by article.
private final class KnownNorms: Sendable {
    private let norms = Mutex<[EId: [Norm]]>([:])

    func norms(of article: EId, _ read: () -> [Norm]) -> [Norm] {
        if let known = norms.withLock({ $0[article] }) { return known }
        let found = read()
        norms.withLock { $0[article] = found }
        return found
    }
}

extension NormText {
    /// 。 and, in English, a full stop before a space and a capital letter that ends no abbreviation.
    func isSentenceEnd(_ index: Int) -> Bool {
        switch scalars[index] {
        case 0x3002: return !(index + 1 < count && [0x201D, 0x300D, 0x22].contains(scalars[index + 1]))
        case 0x2E where language == .english:
            guard index + 2 < count else { return false }
            let isAbbreviation = index >= 2 && scalars[index - 1] == 0x6F && scalars[index - 2] == 0x6E
            return scalars[index + 1] == 0x20 && capitals[index + 2] && !isAbbreviation
        default: return false
        }
    }
}

/// Tells traditional from simplified script.
enum Script {
    /// Of the first characters looked at, one in this many decides; acts in simplified script hold none of the forms.
    private static let share = 50
    private static let looked = 20_000

    /// True where the text is in traditional characters: forms that rules fold stand in it.
    static func isTraditional(_ source: SourceText) -> Bool {
        var traditional = 0
        var han = 0
        for scalar in source.string(ByteSpan(0, min(source.bytes.count, looked))).unicodeScalars where scalar.isHan {
            han += 1
            if CharacterVariants.folded(scalar.value) != scalar.value { traditional += 1 }
        }
        return han > 0 && traditional * share >= han
    }
}
