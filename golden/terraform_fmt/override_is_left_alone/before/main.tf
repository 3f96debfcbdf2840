variable "team" {}
