// For MediaWiki:Common.js. A wiki shows unknown tags as text, so the page has a div, which becomes the element.
mw.hook("wikipage.content").add(function ($content) {
  $content.find(".fedi-signup").each(function () {
    var element = document.createElement("fedi-signup");
    element.setAttribute("server", this.dataset.server);
    element.append.apply(element, this.childNodes);
    this.replaceWith(element);
    var script = document.createElement("script");
    script.type = "module";
    script.src = "/fedi-signup/fedi-signup.js";
    document.head.append(script);
  });
});
