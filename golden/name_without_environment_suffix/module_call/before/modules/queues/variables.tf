variable "project_name" {
  description = "First part of the names."
  type        = string
}
