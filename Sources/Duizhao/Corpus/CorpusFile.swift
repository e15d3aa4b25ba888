import Yams

/// `corpus.yaml` as it is written.
struct CorpusFile: Decodable {
    var title: Names
    var base: String?
    var topics: String?
    var terms: String?
    var documents: [Document]

    struct Names: Decodable {
        var zh: String?
        var en: String?
    }

    struct Place: Decodable {
        var zh: String
        var en: String
        var code: String
        var level: String
    }

    struct Dates: Decodable {
        var adopted: String?
        var approved: String?
        var issued: String?
        var effective: String?
        var published: String?
    }

    struct Document: Decodable {
        var id: String
        var file: String
        var sha256: String
        var encoding: String?
        var source: String?
        var title: Names?
        var language: String
        var translation: String?
        var jurisdiction: Place?
        var rank: String?
        var authority: String?
        var completeness: String?
        var documentNumber: String?
        var dates: Dates?
        var implements: String?
        var explains: String?
    }
}

/// A topics file as it is written.
struct TopicsFile: Decodable {
    var topics: [Entry]

    struct Entry: Decodable {
        var id: String
        var zh: String
        var en: String
        var definition: String
        var evidence: Evidence
    }

    struct Evidence: Decodable {
        var zh: Terms?
        var en: Terms?
    }

    struct Terms: Decodable {
        var strong: [String]?
        var weak: [String]?
        var against: [String]?
    }
}

/// Decodes YAML; what is wrong becomes one line with its position.
enum YAMLFile {
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8], path: String) throws -> Value {
        do {
            return try YAMLDecoder().decode(type, from: String(decoding: bytes, as: UTF8.self))
        } catch let error as YamlError {
            throw SurroundingsError("\(path)\(position(error)): not readable as YAML: \(problem(error))")
        } catch let error as DecodingError {
            if case .dataCorrupted(let context) = error, let syntax = context.underlyingError as? YamlError {
                throw SurroundingsError("\(path)\(position(syntax)): not readable as YAML: \(problem(syntax))")
            }
            throw SurroundingsError("\(path): \(explain(error))")
        }
    }

    /// `:3:4`, where the parser tells a place.
    private static func position(_ error: YamlError) -> String {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            ":\(mark.line):\(mark.column)"
        default: ""
        }
    }

    private static func problem(_ error: YamlError) -> String {
        switch error {
        case .scanner(let context, let problem, _, _), .parser(let context, let problem, _, _),
            .composer(let context, let problem, _, _):
            (context.map { "\($0.text), " } ?? "") + problem
        default: error.description.split(whereSeparator: \.isNewline).prefix(2).joined(separator: " ")
        }
    }

    private static func explain(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, let context): "\(place(context)) lacks “\(key.stringValue)”"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(place(context)): \(context.debugDescription)"
        @unknown default: "cannot be decoded"
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { key in key.intValue.map { "entry \($0 + 1)" } ?? key.stringValue }
        return path.isEmpty ? "the file" : path.joined(separator: ", ")
    }
}
