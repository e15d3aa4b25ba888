import RegulationModel

/// A provision below an article while it is built.
struct Draft {
    let mark: ByteSpan?
    /// The first piece of its text.
    private(set) var first: ByteSpan?
    private var rest: [ByteSpan] = []
    var wrapUp: ByteSpan?
    var start: Int
    var end: Int
    var style: ListStyle?
    /// Places of its points: the first, the last; -1 where it has none.
    fileprivate(set) var firstPoint = -1
    fileprivate(set) var lastPoint = -1
    fileprivate(set) var pointCount = 0
    /// Place of the point behind it; -1 where it is the last.
    fileprivate(set) var next = -1

    init(mark: ByteSpan?, text: ByteSpan?) {
        self.mark = mark
        first = text.flatMap { $0.isEmpty ? nil : $0 }
        start = mark?.start ?? text?.start ?? 0
        end = text?.end ?? mark?.end ?? 0
    }

    var hasPoints: Bool { pointCount > 0 }
    var lastText: ByteSpan? { rest.last ?? first }
    var text: [ByteSpan] { first.map { rest.isEmpty ? [$0] : [$0] + rest } ?? [] }
    /// True where its text is in one piece, or none.
    var isWhole: Bool { rest.isEmpty }

    mutating func append(_ text: ByteSpan) {
        if first == nil { first = text } else { rest.append(text) }
    }
}

/// The drafts of one article, in one array: paragraphs, their points, and points below points.
struct DraftTree {
    private var drafts: [Draft] = []

    /// Begins anew, with the storage there is.
    mutating func removeAll() { drafts.removeAll(keepingCapacity: true) }

    subscript(place: Int) -> Draft {
        _read { yield drafts[place] }
        _modify { yield &drafts[place] }
    }

    /// Adds a draft that lies below nothing yet, and gives its place.
    mutating func add(mark: ByteSpan?, text: ByteSpan?) -> Int {
        drafts.append(Draft(mark: mark, text: text))
        return drafts.count - 1
    }

    /// Makes a draft the last point of another.
    mutating func append(_ point: Int, to owner: Int) {
        if drafts[owner].lastPoint >= 0 {
            drafts[drafts[owner].lastPoint].next = point
        } else {
            drafts[owner].firstPoint = point
        }
        drafts[owner].lastPoint = point
        drafts[owner].pointCount += 1
    }

    /// Places of the points of a draft.
    func points(of owner: Int) -> [Int] {
        var result: [Int] = []
        var point = drafts[owner].firstPoint
        while point >= 0 {
            result.append(point)
            point = drafts[point].next
        }
        return result
    }

    /// The last point of the last point … of a draft, or itself.
    func deepest(_ draft: Int) -> Int {
        var place = draft
        while drafts[place].lastPoint >= 0 { place = drafts[place].lastPoint }
        return place
    }

    /// The draft whose points stand at `depth` below a paragraph, along its last points.
    func owner(in paragraph: Int, depth: Int) -> Int {
        var place = paragraph
        for _ in 1..<max(1, depth) where drafts[place].lastPoint >= 0 { place = drafts[place].lastPoint }
        return place
    }

    /// Lets a draft and its last points reach to `end`.
    mutating func extend(_ draft: Int, to end: Int) {
        var place = draft
        while place >= 0 {
            drafts[place].end = max(drafts[place].end, end)
            place = drafts[place].lastPoint
        }
    }
}
