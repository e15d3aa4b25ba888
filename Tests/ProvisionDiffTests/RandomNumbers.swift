import Foundation

/// Random numbers with a seed that a failing test prints (SplitMix64). `DUIZHAO_SEED` names another.
struct RandomNumbers: RandomNumberGenerator {
    let seed: UInt64
    private var state: UInt64

    init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    /// The seed of the surroundings, or the usual one.
    static let usualSeed = ProcessInfo.processInfo.environment["DUIZHAO_SEED"].flatMap(UInt64.init) ?? 20_261_125

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
