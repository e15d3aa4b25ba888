/// Words of two characters that Chinese statutes are made of, for `Cohesion`: acts of a few pages show most of them too seldom.
///
/// Counted in 3,423 Chinese statutes and local regulations (17.3 million characters): pairs of neighbouring characters that
/// stand there 1,500 times and more, sixteen times as often as by chance, in four of five places more closely joined than
/// with what stands beside them. Pairs with numerals and 区县 (区、县) are left out, and pieces of longer words, which have the same
/// character beside them in four of five places.
package enum StatuteWords {
    /// True where two characters make such a word.
    package static func hold(_ first: UInt32, _ second: UInt32) -> Bool {
        let key = UInt64(first) << 32 | UInt64(second)
        var place = slot(key)
        while table[place] != 0 {
            if table[place] == key { return true }
            place = (place + 1) & (slots - 1)
        }
        return false
    }

    /// Three times as many places as words: asked at each border that a change may grow to, a set would cost more.
    private static let slots = 2048
    private static let slotBits = 11

    private static func slot(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - slotBits))
    }

    /// Each word at the first free place from its own on; 0 where there is none.
    private static let table: [UInt64] = {
        var table = [UInt64](repeating: 0, count: slots)
        for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let key = word.unicodeScalars.reduce(0) { $0 << 32 | UInt64($1.value) }
            var place = slot(key)
            while table[place] != 0, table[place] != key { place = (place + 1) & (slots - 1) }
            table[place] = key
        }
        return table
    }()

    private static let words = """
        应当 或者 部门 规定 管理 行政 单位 有关 工作 建设 机构 其他 国家 安全 依法 人员
        按照 保护 可以 服务 组织 进行 机关 代表 企业 监督 法律 规划 经营 责任 行为 设施
        社会 使用 申请 不得 环境 生产 活动 技术 负责 违反 信息 根据 情况 实施 相关 提供
        执行 下列 批准 以及 处理 标准 措施 罚款 个人 教育 城市 决定 交通 违法 公共 制定
        工程 区域 资源 发展 符合 要求 登记 项目 许可 卫生 依照 采取 及时 污染 报告 需要
        提出 条件 给予 加强 保障 职责 开展 建筑 范围 改正 通过 犯罪 办理 检查 公安 本市
        经济 合同 运输 意见 制度 产品 履行 医疗 利用 处罚 案件 予以 方式 诉讼 质量 确定
        直接 作出 物业 支持 从事 场所 保险 承担 市场 情形 审查 鼓励 设备 造成 事项 土地
        检察 道路 农业 劳动 设置 开发 自治 禁止 公布 发生 调查 委托 施工 规范 影响 所在
        重大 学校 材料 城乡 事故 适用 设立 期限 投资 财产 内容 各级 程序 义务 资金 财政
        科学 计划 所得 维护 赔偿 证明 专业 设计 公司 食品 办法 旅游 有权 文物 费用 执法
        备案 防治 农村 综合 编制 控制 具有 自然 相应 具体 鉴定 指导 权利 擅自 通知 会同
        修改 取得 实际 任何 接受 检验 房屋 促进 权益 培训 文件 监测 船舶 销售 资料 研究
        请求 审批 方案 本级 动物 受理 垃圾 书面 处分 协调 是指 居民 车辆 健康 消防 文明
        发现 专利 并处 职业 司法 职工 前款 必要 约定 必须 审议 重点 药品 参加 处置 评估
        村民 集体 金融 结合 数据 排放 科技 交易 损害 同意 做好 能力 预算 纳入 问题 停止
        系统 主要 证据 绿化 基本 遵守 保证 危险 变更 原则 调解 损失 公开 网络 宣传 知识
        非法 有效 参与 时间 强制 档案 包括 标志 手续 审计 物品 超过 依据 期间 提高 历史
        专项 说明 供水 认定 支付 没收 协议 政策 主体 部分 结果 举报 关系 合格 建议 公路
        发布 未经 利益 年度 基础 裁定 属于 价格 基金 证书 提交 残疾 货物 可能 国际 记录
        注册 平台 重要 同时 商品 驾驶 没有 不予 职权 信用 资格 完善 指定 事件 危害 领导
        逾期 所称 安排 体系 专门 治理 明确 共同 告知 检测 评价 风险 体育 调整 仲裁 涉及
        创新 燃气 限制 协助 形式 志愿 列入 维修 证券 公告 住房 补偿 电子 广告 预防 现场
        特别 成员 统计 方面 临时 已经 宗教 选举 审判 撤销 过程 消费 纠纷 资产 不能 转让
        是否 气象 协商 各自 解释 收集 被告 团体 海洋 判决 出口 外国 经费 公众 保持 投诉
        水源 森林 特殊 具备 立即 拆除 乡镇 功能 组成 债务 倍以 推进 精神 落实 除外 收费
        家庭 考核 计量 破坏 验收 计算 管辖 债权 为了 名称 居住 推广 个月 统筹 恢复 拒不
        监察 奖励 银行 拒绝 湿地 收到 突发 正常 绿地 秘密 集中 新建 水平 学生 优先
        配合 治安 物质 认为 担保 分之 公益 改革 电梯 征收 检疫 复议 城镇 同级 承包 河道
        完成 严格 草案 出具 用户 污水 运营 铁路 秩序 海关 保密 改造 节能 工商 状况 植物
        存在 航空 供热 引导 能源 占用 停车 警告 收入 招标 送达 推动 住宅 资质 进口 公园
        双方 分类 数量 林业 就业 审核 养老 终止 身份 改变 救援 电视 所需 空间 救助 价值
        解决 确认 吊销 投入 签订 联合 通信 坚持 面积 报送 中心 各类 共享 养护 争议 公示
        本省 缴纳 渔业 指挥 另有 配备 港口 解除 数额 修复 表决 授权 工具 客运 专家 领域
        侵权 群众 继续 高等 举办 征求 但是 异议 听取 广播 养殖 进入 出版 水利 交付 接到
        防止 地震 配套 境内 机械 提请 期货 成立 由省 达到 移动 辖区 海事 采购 原因 通报
        分别 慈善 安装 享受 矿产 布局 纳税 科研 重新 开放 督促 实现 之间 传统 隐患 虚假
        大型 股东 境外 规模 咨询 目标 电力 申报 障碍 对象 地点 结构 对于 享有 侦查 权限
        转移 购买 竣工 文书 待遇 排污 后果 附则 规则 伪造 品种 用途 总则 批评 认证 安置
        信访 租赁 并将 管线 真实 比例 收取 排水 行驶 测绘 基层 装置 税务 医药 增加 投标
        电信 邮政 出境 获得 扩建 制止 确保 减少 章程 标识 捐赠 紧急 妇女
        """
}
