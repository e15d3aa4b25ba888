import RegulationModel

/// The names an act shortens: 《江苏省警务辅助人员条例》（以下简称《条例》）, 警务辅助人员（以下简称辅警）.
///
/// Authority: 《立法技术规范（试行）（一）》 on 简称: a name is written in full where it stands first, with its short form
/// behind it, and short from there on. So the two forms say the same within the act that defines them.
struct ShortForms: Sendable {
    /// One definition, in folded characters.
    struct Definition: Sendable, Hashable {
        let full: String
        let short: String
        /// True where the full form is the name of an act in 《》.
        let isTitle: Bool
    }

    /// In the order of the act; of two definitions of one short form the first.
    private(set) var definitions: [Definition] = []

    /// A text that shortens nothing.
    static let none = ShortForms()

    private init() {}

    /// Finds the definitions of an act.
    init(of regulation: Regulation) {
        var known: Set<String> = []
        let flows = regulation.provisions.map { FlowText($0.allText, in: regulation.source) }
        var tried = 0
        for flow in flows {
            for index in flow.scalars.indices where flow.scalars[index] == "(" {
                guard tried < Self.most, Self.definitionEnd(at: index, in: flow) != nil else { continue }
                tried += 1
                guard let definition = Self.definition(at: index, in: flow, of: flows),
                    known.insert(definition.short).inserted
                else { continue }
                definitions.append(definition)
            }
        }
    }

    /// A statute defines one or two short forms, a code some thirty; more is no drafting, and is not looked at.
    private static let most = 200
    /// Characters of a definition in its brackets, and of a name before it.
    private static let longestDefinition = 60
    private static let longestName = 40

    /// What a definition begins with: （以下简称…）, （以下统称…）.
    private static let openings = ["以下简称", "以下统称", "以下合称", "以下称", "下称", "简称", "hereinafter", "hereafter"]
        .map { Array($0.unicodeScalars) }

    /// Where the definition in brackets that begins at `index` ends, behind its bracket; nil where there is none.
    static func definitionEnd(at index: Int, in flow: FlowText) -> Int? {
        guard flow.scalars[index] == "(", openings.contains(where: { flow.has($0, at: index + 1) }) else { return nil }
        let limit = min(flow.count, index + longestDefinition)
        return flow.scalars[index..<limit].firstIndex(of: ")").map { $0 + 1 }
    }

    private static func definition(at index: Int, in flow: FlowText, of flows: [FlowText]) -> Definition? {
        guard let end = definitionEnd(at: index, in: flow),
            let opening = openings.first(where: { flow.has($0, at: index + 1) })
        else { return nil }
        let inner = (index + 1 + opening.count)..<(end - 1)
        let short = flow.scalars[inner].filter { !"\"《》:,".unicodeScalars.contains($0) }
        guard short.count >= 2, short.allSatisfy(\.isWordCharacter), short.contains(where: \.isHan) else { return nil }
        if index > 0, flow.scalars[index - 1] == "》" { return title(before: index, short, in: flow) }
        let full = name(before: index, holding: short, in: flow) ?? name(before: index, on: short, in: flow, flows)
        guard let full else { return nil }
        return Definition(full: full, short: text(short), isTitle: false)
    }

    private static func title(before index: Int, _ short: [Unicode.Scalar], in flow: FlowText) -> Definition? {
        let first = max(0, index - TitleToken.longest)
        guard let open = flow.scalars[first..<index].lastIndex(of: "《") else { return nil }
        return Definition(full: TitleToken.name(flow, (open + 1)..<(index - 1)), short: text(short), isTitle: true)
    }

    /// The shortest name before a definition that holds all characters of the short form (辅警 ⊂ 警务辅助人员). A short
    /// form that is made otherwise is not told from other words, and left alone.
    private static func name(before index: Int, holding short: [Unicode.Scalar], in flow: FlowText) -> String? {
        var wanted = Set(short)
        var start = index
        while start > 0, index - start < longestName, flow.scalars[start - 1].isWordCharacter, !wanted.isEmpty {
            start -= 1
            wanted.remove(flow.scalars[start])
        }
        guard wanted.isEmpty, index - start > short.count else { return nil }
        return flow.string(start..<index)
    }

    /// Longest name that a short form is the end of, in characters, and fewest more than it.
    private static let longestTail = 14
    private static let fewestMore = 2
    /// Characters that join a name to the words before it.
    private static let joints = Set("的在和及与对由为是向内等、".unicodeScalars)

    /// The longest name before a definition that ends in the short form and stands in the act once more (学生人身伤害事故, 以下简称伤害事故):
    /// where it begins, no character tells.
    private static func name(
        before index: Int, on short: [Unicode.Scalar], in flow: FlowText, _ flows: [FlowText]
    ) -> String? {
        guard flow.has(short, at: index - short.count) else { return nil }
        var start = index - short.count
        while start > 0, index - start < longestTail, flow.scalars[start - 1].isWordCharacter { start -= 1 }
        let starts = start..<max(start, index - short.count - fewestMore + 1)
        return starts.first { start in
            let name = Array(flow.scalars[start..<index])
            return !joints.contains(name[0]) && standsTwice(name, in: flows)
        }.map { flow.string($0..<index) }
    }

    private static func standsTwice(_ name: [Unicode.Scalar], in flows: [FlowText]) -> Bool {
        var count = 0
        for flow in flows {
            for index in flow.scalars.indices where flow.scalars[index] == name[0] && flow.has(name, at: index) {
                count += 1
                if count > 1 { return true }
            }
        }
        return false
    }

    private static func text(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}

extension FlowText {
    /// True where these characters stand at `index`.
    func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
        guard index >= 0, index + word.count <= count else { return false }
        for offset in word.indices where scalars[index + offset] != word[offset] { return false }
        return true
    }
}
