package org.waypost.hub.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;

/** The templates as the build compiled them; what they print is escaped for where it stands. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.waypost.hub.page.template");

    String render(String name, Words words, Visitor visitor, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("words", words);
        all.put("visitor", visitor);
        StringOutput out = new StringOutput();
        engine.render(name, all, out);
        return out.toString();
    }
}
