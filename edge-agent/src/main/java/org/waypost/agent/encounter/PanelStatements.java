package org.waypost.agent.encounter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.waypost.contract.Statement;
import org.waypost.contract.Statement.Source;

/**
 * What the terminal's panel sensed, as statements of a report: observed, under no indicator, since a button tells
 * neither who pressed it nor why. Always in both languages, so that none of them tells what anybody reads (I22).
 *
 * @param zone of the counter
 */
record PanelStatements(ZoneId zone) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    Statement help(HelpCall call) {
        String from = minute(call.first());
        String until = minute(call.last());
        return observed(("柜台求助按钮被按下 %1$d 次，%2$s 至 %3$s；终端记录，按下者不明。"
                        + " The help button at the counter was pressed, times: %1$d, %2$s to %3$s;"
                        + " noted by the terminal, by whom is not known.")
                .formatted(call.times(), from, until));
    }

    Statement opened(Instant since) {
        return observed(("本终端机箱于 %1$s 被打开，本报告提交时尚未经技术人员检查。"
                        + " The housing of this terminal was opened at %1$s; no technician had looked when this was"
                        + " filed.")
                .formatted(minute(since)));
    }

    private String minute(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    private static Statement observed(String words) {
        return new Statement(Source.OBSERVED, Optional.empty(), words);
    }
}
