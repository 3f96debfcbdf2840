variable "queue_name" {}
