project = "Our community"
html_static_path = ["_static"]
