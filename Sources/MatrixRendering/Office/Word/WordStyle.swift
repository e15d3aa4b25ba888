/// A style of the Word document: those who hand the table on change its look in one place.
enum WordStyle: String, CaseIterable {
    case normal = "Normal"
    case title = "Title"
    case subtitle = "Subtitle"
    case heading = "Heading1"
    case header = "Header"
    case footer = "Footer"
    case note = "Note"
    case columnHead = "ColumnHead"
    case columnFact = "ColumnFact"
    case groupHead = "GroupHead"
    case rowNumber = "RowNumber"
    case rowHeading = "RowHeading"
    case citation = "Citation"
    case provision = "Provision"
    case point = "Point"
    case subpoint = "Subpoint"
    case state = "State"
    case remark = "Remark"
    case english = "English"
    case marker = "Marker"
    case inserted = "Inserted"
    case deleted = "Deleted"

    var id: String { rawValue }

    /// Word's own name, or one in Chinese and English: what the list of styles shows.
    var name: String {
        switch self {
        case .normal: "Normal"
        case .title: "Title"
        case .subtitle: "Subtitle"
        case .heading: "heading 1"
        case .header: "header"
        case .footer: "footer"
        case .note: "注 Note"
        case .columnHead: "表头 Column head"
        case .columnFact: "表头注 Column fact"
        case .groupHead: "章名行 Chapter row"
        case .rowNumber: "序号 Row number"
        case .rowHeading: "事项 Matter"
        case .citation: "引用 Citation"
        case .provision: "条文 Provision"
        case .point: "项 Point"
        case .subpoint: "目 Sub-point"
        case .state: "格状态 State"
        case .remark: "说明 Remark"
        case .english: "英文标签 English label"
        case .marker: "标记 Marker"
        case .inserted: "增加 Inserted"
        case .deleted: "删去 Deleted"
        }
    }

    /// A second name, where Word knows the style by an English one.
    var alias: String? {
        switch self {
        case .title: "文件标题 Document title"
        case .subtitle: "副标题 Subtitle in English"
        case .heading: "标题 Heading"
        case .header: "页眉 Page header"
        case .footer: "页脚 Page footer"
        case .normal, .note, .columnHead, .columnFact, .groupHead, .rowNumber, .rowHeading, .citation, .provision,
            .point,
            .subpoint, .state, .remark, .english, .marker, .inserted, .deleted:
            nil
        }
    }

    /// True for a style of runs.
    var isCharacter: Bool {
        switch self {
        case .english, .marker, .inserted, .deleted: true
        case .normal, .title, .subtitle, .heading, .header, .footer, .note, .columnHead, .columnFact, .groupHead,
            .rowNumber, .rowHeading, .citation, .provision, .point, .subpoint, .state, .remark:
            false
        }
    }
}
