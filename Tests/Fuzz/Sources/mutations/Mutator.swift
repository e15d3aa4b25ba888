/// Makes damaged copies of texts: what a bad disk, a cut-off transfer, a careless editor or an attacker makes of them.
/// The same number gives the same copy in every run.
struct Mutator {
    private let seeds: [Seed]
    /// Words that mean something to a reader, put where they do not belong.
    private let words: [[UInt8]]

    /// Most changes of one copy.
    private static let mostChanges = 8
    /// Longest stretch that is taken out or repeated, in bytes.
    private static let longestStretch = 512

    init(seeds: [Seed], words: [[UInt8]]) {
        self.seeds = seeds
        self.words = words
    }

    /// The copy of a number.
    func copy(_ number: UInt64) -> [UInt8] {
        var random = RandomNumbers(seed: number)
        switch seeds[random.below(seeds.count)] {
        case .file(let bytes): return mutated(bytes, &random)
        case .parts(var parts):
            let place = random.below(parts.count)
            parts[place].bytes = mutated(parts[place].bytes, &random)
            // Now and then the package itself is damaged, not what it holds.
            let archive = StoredArchive.bytes(parts)
            return random.below(8) == 0 ? mutated(archive, &random) : archive
        }
    }

    private func mutated(_ bytes: [UInt8], _ random: inout RandomNumbers) -> [UInt8] {
        var copy = bytes
        for _ in 0...random.below(Self.mostChanges) { change(&copy, &random) }
        return copy
    }

    private func change(_ bytes: inout [UInt8], _ random: inout RandomNumbers) {
        let place = random.below(bytes.count + 1)
        let end = min(bytes.count, place + random.below(Self.longestStretch))
        switch random.below(7) {
        case 0 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.removeSubrange(place..<end)
        case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: random.below(bytes.count + 1))
        case 3 where random.below(8) == 0: bytes.removeSubrange(place...)
        case 4: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: place)
        case 5 where place < bytes.count: bytes[place] ^= 1 << UInt8(random.below(8))
        default: bytes.insert(contentsOf: words.isEmpty ? [0] : words[random.below(words.count)], at: place)
        }
    }
}

/// What copies are made of.
enum Seed {
    case file([UInt8])
    /// The parts of a package, such as a Word file.
    case parts([(name: String, bytes: [UInt8])])
}

/// A small generator of pseudo-random numbers (SplitMix64, Steele et al. 2014).
struct RandomNumbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    /// A number from 0 up to `limit`, without it; 0 where there is none.
    mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }
}
