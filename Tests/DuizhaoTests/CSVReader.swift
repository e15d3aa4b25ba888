/// A strict reader of RFC 4180, for tests.
enum CSVReader {
    struct Fault: Error {}

    static func records(_ text: String) throws -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [Unicode.Scalar] = []
        var isQuoted = false
        var isClosed = false
        var iterator = Array(text.unicodeScalars)[...]
        while let scalar = iterator.popFirst() {
            if isQuoted {
                guard scalar == "\"" else {
                    field.append(scalar)
                    continue
                }
                if iterator.first == "\"" {
                    field.append(iterator.removeFirst())
                } else {
                    (isQuoted, isClosed) = (false, true)
                }
                continue
            }
            switch scalar {
            case "\"":
                guard field.isEmpty, !isClosed else { throw Fault() }
                isQuoted = true
            case ",", "\r":
                record.append(string(field))
                (field, isClosed) = ([], false)
                guard scalar == "\r" else { continue }
                guard iterator.popFirst() == "\n" else { throw Fault() }
                records.append(record)
                record = []
            case "\n": throw Fault()
            default:
                guard !isClosed else { throw Fault() }
                field.append(scalar)
            }
        }
        guard !isQuoted, record.isEmpty, field.isEmpty else { throw Fault() }
        return records
    }

    private static func string(_ scalars: [Unicode.Scalar]) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }
}
