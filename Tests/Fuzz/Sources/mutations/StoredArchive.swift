/// Writes zip archives whose entries are stored as they are (APPNOTE 6.3.10, §4.3), so that what they hold can be damaged
/// while their checksums are right.
enum StoredArchive {
    static func bytes(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let offset = archive.count
            let name = Array(part.name.utf8)
            // Version, flags, method, time and date; checksum, sizes, length of the name, no extra field.
            var header = words([20, 0x800, 0, 0, 0x21])
            header += longs([checksum(part.bytes), UInt32(part.bytes.count), UInt32(part.bytes.count)])
            header += words([UInt16(name.count), 0])
            archive += longs([0x0403_4B50]) + header + name + part.bytes
            directory +=
                longs([0x0201_4B50]) + words([20]) + header + words([0, 0, 0]) + longs([0, UInt32(offset)]) + name
        }
        let end =
            longs([0x0605_4B50]) + words([0, 0, UInt16(parts.count), UInt16(parts.count)])
            + longs([UInt32(directory.count), UInt32(archive.count)]) + words([0])
        return archive + directory + end
    }

    private static func words(_ values: [UInt16]) -> [UInt8] {
        values.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    }

    private static func longs(_ values: [UInt32]) -> [UInt8] {
        values.flatMap { words([UInt16(truncatingIfNeeded: $0), UInt16($0 >> 16)]) }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { $0 >> 8 ^ table[Int(($0 ^ UInt32($1)) & 0xFF)] }
    }
}
