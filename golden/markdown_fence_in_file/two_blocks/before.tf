## main.tf
```hcl
variable "team" {}
```

## outputs.tf
```hcl
output "team" {
  value = var.team
}
```
