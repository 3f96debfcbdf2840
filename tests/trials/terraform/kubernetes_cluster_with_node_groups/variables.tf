variable "cluster_name" {
  type    = string
  default = "platform"
}

variable "subnet_ids" {
  type = list(string)
}
