# Nobody here knows where it comes from.
terraform {
  required_providers {}
}

resource "acme_thing" "one" {}
