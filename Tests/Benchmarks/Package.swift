// swift-tools-version: 6.2
import PackageDescription

// Benchmarks of the library, a package of their own: `make benchmark`. They print ratios of one run, since machines are
// shared and noisy; nothing fails by the clock.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "duizhao", path: "../..")],
    targets: [
        .executableTarget(name: "benchmarks", dependencies: [.product(name: "Duizhao", package: "duizhao")])
    ],
    swiftLanguageModes: [.v6]
)
