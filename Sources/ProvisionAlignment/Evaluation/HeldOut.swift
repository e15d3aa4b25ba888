/// The tenth of a parallel collection that is kept out of training, so that what was learned can be measured on
/// statutes it has not seen.
///
/// Training and evaluation ask the same rule; neither keeps a list.
public enum HeldOut {
    /// How many parts the collection falls into; the first of them is kept out.
    public static let parts: UInt64 = 10

    /// Whether the statute with this code is kept out of training: the FNV-1a hash of the code, modulo ``parts``,
    /// is 0.
    public static func contains(pcode: String) -> Bool {
        hash(of: pcode) % parts == 0
    }

    /// The 64-bit FNV-1a hash of the code's UTF-8 bytes: the same on every machine and in every run.
    public static func hash(of pcode: String) -> UInt64 {
        pcode.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
