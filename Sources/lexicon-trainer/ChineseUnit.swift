/// What Chinese is counted by: one ideograph, or two neighbouring ones packed into one number.
enum ChineseUnit: CaseIterable {
    case character
    case pair

    /// The units of a run of ideographs in order.
    func keys(_ run: [Unicode.Scalar]) -> [UInt32] {
        switch self {
        case .character: run.map(\.value)
        case .pair: zip(run, run.dropFirst()).map { Self.pair($0.value, $1.value) }
        }
    }

    /// Two ideographs of the first plane as one number.
    static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 { first << 16 | second }
}
