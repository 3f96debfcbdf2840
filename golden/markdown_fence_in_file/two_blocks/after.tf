## main.tf
variable "team" {}

## outputs.tf
output "team" {
  value = var.team
}
