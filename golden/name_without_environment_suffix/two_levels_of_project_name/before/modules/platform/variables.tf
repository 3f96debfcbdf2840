variable "project_name" {
  type = string
}
