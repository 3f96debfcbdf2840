generate "versions" {
  path      = "versions.tf"
  if_exists = "overwrite"
  contents  = ""
}
