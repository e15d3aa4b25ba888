import Foundation

/// A folder of its own for one test.
enum Scratch {
    static func with<Value>(_ body: (String) throws -> Value) throws -> Value {
        let folder = NSTemporaryDirectory() + "duizhao-scratch-\(ProcessInfo.processInfo.globallyUniqueString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try body(folder)
    }

    /// A small act of a place on a subject.
    static func act(_ title: String, ground: String = "有关法律", subject: String = "养犬") -> String {
        """
        \(title)
        （2020年5月29日某市人民代表大会常务委员会通过）
        第一条 为了加强\(subject)管理，根据\(ground)，结合实际，制定本条例。
        第二条 本行政区域内的\(subject)活动及其监督管理，适用本条例。
        第三条 市公安机关负责\(subject)登记。
        第四条 违反本条例规定的，由公安机关处五百元罚款。
        第五条 本条例自2021年1月1日起施行。
        """
    }
}
