import ProvisionAlignment

/// The bytes of a lexicon file; see `LexiconLayout`.
struct LexiconFile {
    private var sections = [[UInt8]](repeating: [], count: LexiconLayout.Section.allCases.count)

    init(_ lexicon: TrainedLexicon) {
        addStems(lexicon.stems)
        // Both characters of a pair need a number, glosses or not.
        var characters: [UInt32: TrainedLexicon.Entry] = [:]
        for key in lexicon.pairs.flatMap({ [$0.key >> 16, $0.key & 0xFFFF] }) {
            characters[key] = TrainedLexicon.Entry(key: key, rarity: 1, glosses: [])
        }
        for entry in lexicon.characters { characters[entry.key] = entry }
        let sorted = characters.values.sorted { $0.key < $1.key }
        var numbers: [UInt32: Int] = [:]
        for (number, entry) in sorted.enumerated() { numbers[entry.key] = number }
        var table = [UInt16](repeating: LexiconLayout.noCharacter, count: LexiconLayout.ideographs)
        for (number, entry) in sorted.enumerated() {
            table[Int(entry.key - LexiconLayout.firstIdeograph)] = UInt16(number)
        }
        for number in table { append(number, to: .characterNumbers) }
        add(sorted, rarity: .characterRarity, glosses: .characterGlosses)
        addPairs(lexicon.pairs, characters: sorted.map(\.key), numbers)
        addFormulas(lexicon.formulas)
    }

    /// The whole file.
    var bytes: [UInt8] {
        var table: [UInt8] = []
        var body: [UInt8] = []
        for section in sections {
            table += Self.littleEndian(UInt32(LexiconLayout.tableEnd + body.count))
            table += Self.littleEndian(UInt32(section.count))
            body += section
            body += [UInt8](repeating: 0, count: (8 - body.count % 8) % 8)
        }
        let content = table + body
        var head = LexiconLayout.magic
        head += Self.littleEndian(LexiconLayout.version) + Self.littleEndian(UInt16(sections.count))
        head += Self.littleEndian(LexiconLayout.checksum(content))
        return head + content
    }

    private mutating func addStems(_ stems: [(text: String, rarity: Float)]) {
        for stem in stems {
            append(UInt32(sections[LexiconLayout.Section.stemText.rawValue].count), to: .stemStarts)
            sections[LexiconLayout.Section.stemText.rawValue] += Array(stem.text.utf8)
            append(LexiconLayout.byte(stem.rarity), to: .stemRarity)
        }
        append(UInt32(sections[LexiconLayout.Section.stemText.rawValue].count), to: .stemStarts)
    }

    private mutating func addPairs(_ pairs: [TrainedLexicon.Entry], characters: [UInt32], _ numbers: [UInt32: Int]) {
        var next = 0
        for first in characters {
            append(UInt32(next), to: .pairStarts)
            while next < pairs.count, pairs[next].key >> 16 == first {
                append(UInt16(numbers[pairs[next].key & 0xFFFF] ?? 0), to: .pairSeconds)
                next += 1
            }
        }
        append(UInt32(next), to: .pairStarts)
        add(pairs, rarity: .pairRarity, glosses: .pairGlosses)
    }

    private mutating func addFormulas(_ formulas: [TrainedLexicon.Formula]) {
        var next = 0
        for bucket in 0..<1 << LexiconLayout.formulaBucketBits {
            append(UInt32(next), to: .formulaStarts)
            while next < formulas.count, LexiconLayout.formulaBucket(formulas[next].hash) == bucket { next += 1 }
        }
        append(UInt32(next), to: .formulaStarts)
        for formula in formulas {
            append(formula.hash, to: .formulaHashes)
            append(LexiconLayout.byte(formula.rarity), to: .formulaRarity)
        }
    }

    private mutating func add(
        _ entries: [TrainedLexicon.Entry], rarity: LexiconLayout.Section, glosses: LexiconLayout.Section
    ) {
        let weights = LexiconLayout.Section.glossWeights.rawValue
        for entry in entries {
            append(LexiconLayout.byte(entry.rarity), to: rarity)
            append(UInt32(sections[weights].count), to: glosses)
            for gloss in entry.glosses {
                append(UInt16(gloss.stem), to: .glossStems)
                append(max(1, LexiconLayout.byte(gloss.probability.squareRoot())), to: .glossWeights)
            }
        }
        append(UInt32(sections[weights].count), to: glosses)
    }

    private mutating func append<N: FixedWidthInteger>(_ number: N, to section: LexiconLayout.Section) {
        sections[section.rawValue] += Self.littleEndian(number)
    }

    private static func littleEndian<N: FixedWidthInteger>(_ number: N) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian, Array.init)
    }
}
